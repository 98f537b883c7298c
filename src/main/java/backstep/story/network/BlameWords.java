package backstep.story.network;

import backstep.network.Activation;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.Sentence;
import backstep.story.Symbol;

/** Why the δ of a hidden unit is what it is. */
final class BlameWords {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final String objective;

    BlameWords(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.objective = script.symbols().objectiveWord();
    }

    Sentence why(int l, int i, int e) {
        double blame = script.quantities().blame(l, i, e);
        if (script.quantities().slope(l, i, e) == 0) {
            return flat(l, i, e);
        }
        if (blame == 0) {
            return Sentence.of(
                    "What comes back from the next layer adds up to 0, so nothing goes back through this unit.");
        }
        return network.units(l + 1) == 1 && isOutputTold(l, e) ? oneOutput(l, i, e, blame) : several(l, i, e, blame);
    }

    /** The slope is 0: nothing goes back. */
    private Sentence flat(int l, int i, int e) {
        Symbol z = script.symbols().brief(Reads.z(l, i, e));
        return network.activation(l) == Activation.RELU
                ? Sentence.of(
                        "{} is not positive, so the ReLU is flat here and nothing goes back through this unit.", z)
                : Sentence.of(
                        "{} is so far out that the " + Names.activation(network.activation(l))
                                + " is flat here: nothing goes back through this unit.",
                        z);
    }

    /** {@return whether the next layer is one output whose δ says that it is too low or too high} */
    private boolean isOutputTold(int l, int e) {
        int last = network.outputLayer();
        double error = recording.a(last, 1, e) - recording.y(1, e);
        double delta = slopeOfLoss(recording.delta(last, 1, e));
        return l + 1 == last && error * delta > 0;
    }

    private Sentence oneOutput(int l, int i, int e, double blame) {
        boolean low = slopeOfLoss(recording.delta(l + 1, 1, e)) < 0;
        boolean up = recording.theta(l, 1, i) > 0;
        return Sentence.of(
                "The output is too " + (low ? "low" : "high") + " and this unit " + pushes(l, i, e, up)
                        + ", so a larger {} would " + moves(blame) + " the " + objective + ".",
                script.symbols().brief(Reads.a(l, i, e)));
    }

    /** What a unit does to the output: a positive activation pushes it, one that is not would when it grows. */
    private String pushes(int l, int i, int e, boolean up) {
        String way = up ? "up" : "down";
        return recording.a(l, i, e) > 0 ? "pushes it " + way : "moves it " + way + " when it grows";
    }

    private Sentence several(int l, int i, int e, double blame) {
        int loudest = 1;
        for (int k = 2; k <= network.units(l + 1); k++) {
            loudest = Math.abs(term(l, i, k, e)) > Math.abs(term(l, i, loudest, e)) ? k : loudest;
        }
        Symbol a = script.symbols().brief(Reads.a(l, i, e));
        return network.units(l + 1) == 1
                ? Sentence.of(
                        "Through " + script.names().unit(l + 1, 1) + ", a larger {} would " + moves(blame) + " the "
                                + objective + ".",
                        a)
                : Sentence.of(
                        "Along all its edges together, a larger {} would " + moves(blame) + " the " + objective + "; "
                                + script.names().unit(l + 1, loudest) + " has the largest part in it.",
                        a);
    }

    Sentence whyTerm(int l, int i, int k, int e) {
        double term = term(l, i, k, e);
        String next = script.names().unit(l + 1, k);
        Symbol a = script.symbols().brief(Reads.a(l, i, e));
        if (term == 0) {
            return Sentence.of("Along the edge to " + next + ", {} has no effect on the " + objective + ".", a);
        }
        return Sentence.of(
                "Along the edge to " + next + ", a larger {} would " + moves(term) + " the " + objective + ".", a);
    }

    Sentence whySlope(int l, int i, int e) {
        double slope = script.quantities().slope(l, i, e);
        if (slope == 0) {
            return flat(l, i, e);
        }
        Symbol z = script.symbols().brief(Reads.z(l, i, e));
        Symbol a = script.symbols().brief(Reads.a(l, i, e));
        return slope == 1
                ? Sentence.of("Here {} grows just as fast as {}, so the blame passes unchanged.", a, z)
                : Sentence.of(
                        "When {} grows, {} grows {} times as much, so that share of the blame passes.",
                        z,
                        a,
                        script.formulas().symbol(slope));
    }

    private double term(int l, int i, int k, int e) {
        return recording.theta(l, k, i) * recording.delta(l + 1, k, e);
    }

    private static String moves(double derivative) {
        return derivative > 0 ? "raise" : "lower";
    }

    /** {@return a derivative of the loss, whichever convention is in force} */
    private double slopeOfLoss(double delta) {
        return recording.setting().sign() == Sign.LOSS ? delta : -delta;
    }
}
