package backstep.network;

/**
 * A fully connected layer: z = Θ [1; a], a = g(z). An image before it is taken as a row of its numbers.
 *
 * @param units how many units it has, 1 to {@value Limits#UNITS}
 * @param activation g
 */
public record Dense(int units, Activation activation) implements Layer {

    @Override
    public String spelling() {
        return "dense";
    }

    @Override
    public Shape output(String place, Shape input) {
        Limits.requireWithin(place + "/units", units, 1, Limits.UNITS);
        InvalidNetwork.require(
                activation != Activation.SOFTMAX || units > 1,
                place + "/units",
                "softmax of a single unit is always 1; use sigmoid, or 2 units or more");
        return new Shape.Row(units);
    }

    @Override
    public ThetaShape theta(Shape input) {
        return new ThetaShape(
                units, input.size() + 1, "a row for each unit of the layer, a column for the bias and for each input");
    }

    @Override
    public boolean isPenalised() {
        return true;
    }

    @Override
    public long products(Shape input) {
        return units * (input.size() + 1L);
    }
}
