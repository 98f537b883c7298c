package backstep.story;

/**
 * A run of steps of one phase.
 *
 * @param title what a timeline calls it
 * @param from the index of its first step
 * @param count how many steps it has
 */
public record PhaseSpan(Phase phase, String title, int from, int count) {}
