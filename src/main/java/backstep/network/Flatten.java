package backstep.network;

/** The numbers of an image as units in a row, channel after channel, each row by row: z = a, and a = z. */
public record Flatten() implements Weightless {

    @Override
    public String spelling() {
        return "flatten";
    }

    @Override
    public Activation activation() {
        return Activation.LINEAR;
    }

    @Override
    public Shape output(String place, Shape input) {
        return new Shape.Row(input.size());
    }
}
