package backstep.server;

import java.util.List;

/**
 * How a pass is told and drawn.
 *
 * @param flags the first numbers that are not finite
 * @param schedule where each number stands in the story
 * @param figure where units are drawn
 */
public record TellingAnswer(List<FlagAnswer> flags, ScheduleAnswer schedule, NetworkFigureAnswer figure) {

    /** A number that needs a word. */
    public record FlagAnswer(String quantity, String flag, String reason) {}
}
