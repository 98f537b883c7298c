package backstep.story;

/**
 * One step of a story: one number comes to be.
 *
 * @param index from 0
 * @param line the number and its formula
 * @param panel how the step is explained
 */
public record Step(int index, Phase phase, Line line, Panel panel) {}
