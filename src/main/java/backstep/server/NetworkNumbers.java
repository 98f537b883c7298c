package backstep.server;

import backstep.network.MaxPool2d;
import backstep.network.Recording;
import backstep.server.NumbersAnswer.NumberAnswer;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.Notation;
import backstep.story.Value;
import backstep.story.network.NetworkStory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Answers with numbers of a pass by their addresses. */
final class NetworkNumbers {

    /** How many numbers several addresses may have together; one alone may have any. */
    private static final long MOST = 2_000_000;

    /** What no step makes: which unit of the layer before was the largest in each window of a pooling. */
    private static final Pattern MAXIMUM = Pattern.compile("maximum\\.([1-9]\\d{0,8})@([1-9]\\d{0,8})");

    private final Recording recording;
    private final NetworkStory story;

    private NetworkNumbers(Passed passed) {
        recording = passed.recording();
        story = passed.story(Grain.LAYER, Notation.STANDARD);
    }

    static NumbersAnswer answer(Passed passed, NetworkQuestions.Numbers question) {
        return new NetworkNumbers(passed).answer(question.addresses());
    }

    private NumbersAnswer answer(List<String> addresses) {
        List<NumberAnswer> numbers = new ArrayList<>();
        long count = 0;
        for (int k = 0; k < addresses.size(); k++) {
            Value value = value("/addresses/" + k, addresses.get(k));
            count += value.size();
            if (k > 0 && count > MOST) {
                throw new InvalidRequest(
                        "/addresses",
                        "/addresses: have more than " + MOST + " numbers together; ask for fewer at a time");
            }
            numbers.add(new NumberAnswer(addresses.get(k), NetworkStepWriter.value(value)));
        }
        return new NumbersAnswer(numbers);
    }

    private Value value(String pointer, String address) {
        try {
            Matcher maximum = MAXIMUM.matcher(address);
            return maximum.matches()
                    ? maxima(Integer.parseInt(maximum.group(1)), Integer.parseInt(maximum.group(2)))
                    : story.value(network(address));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(pointer, pointer + ": " + e.getMessage());
        }
    }

    private static NetworkAddress network(String address) {
        if (NetworkAddress.parse(address) instanceof NetworkAddress own) {
            return own;
        }
        throw new IllegalArgumentException("a pass has no " + address);
    }

    private Value maxima(int l, int e) {
        boolean pools = l > 1
                && l <= recording.network().outputLayer()
                && recording.network().layer(l) instanceof MaxPool2d;
        if (!pools || e > recording.examples()) {
            throw new IllegalArgumentException("this pass has no maximum." + l + "@" + e + ": it is of a "
                    + recording.network().sizes() + " network with " + recording.examples() + " examples");
        }
        return Value.Vector.of(IntStream.rangeClosed(1, recording.network().units(l))
                .mapToDouble(i -> recording.maximum(l, i, e))
                .toArray());
    }
}
