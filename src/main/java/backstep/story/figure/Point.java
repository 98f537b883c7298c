package backstep.story.figure;

/** A place in a figure, in CSS pixels from its upper left corner. */
public record Point(double x, double y) {}
