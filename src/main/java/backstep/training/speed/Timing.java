package backstep.training.speed;

/**
 * How long an update took.
 *
 * @param seconds of one, the middle one of several
 */
public record Timing(Work work, double seconds) {}
