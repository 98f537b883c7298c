package backstep.server;

import java.util.List;

/** Numbers of a pass by their addresses, in the order in which they were asked for. */
record NumbersAnswer(List<NumberAnswer> numbers) {

    /** @param value a number, an array of numbers or an array of rows */
    record NumberAnswer(String address, Object value) {}
}
