package backstep.linalg.jcuda;

/** What was found when a graphics card was looked for. */
public sealed interface Detection {

    /** There is one that can compute. */
    record Found(Gpu gpu) implements Detection {}

    /** There is none. */
    record Absent(String reason) implements Detection {}
}
