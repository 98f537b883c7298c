package backstep.story.network;

import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.Sentence;
import backstep.story.Symbol;

/** Why the δ of an output is what it is. */
final class OutputWords {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final int last;

    OutputWords(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.last = network.outputLayer();
    }

    Sentence why(int k, int e) {
        double delta = recording.delta(last, k, e);
        double error = recording.a(last, k, e) - recording.y(k, e);
        Symbol z = script.symbols().brief(Reads.z(last, k, e));
        if (delta == 0) {
            return settled(error, z);
        }
        String moves = " would " + (delta > 0 ? "raise" : "lower") + " the "
                + script.symbols().objectiveWord();
        boolean isLoss = recording.setting().sign() == Sign.LOSS;
        return error * (isLoss ? delta : -delta) > 0
                ? Sentence.of(
                        "{} is too " + (error < 0 ? "low" : "high") + ", so a larger {}" + moves + ": δ is "
                                + (delta > 0 ? "positive." : "negative."),
                        script.symbols().brief(Reads.a(last, k, e)),
                        z)
                : Sentence.of(
                        (network.activation(last).isElementwise() ? "With this loss" : "Through all outputs together")
                                + ", a larger {}" + moves + ": δ is " + (delta > 0 ? "positive." : "negative."),
                        z);
    }

    private static Sentence settled(double error, Symbol z) {
        return error == 0
                ? Sentence.of("The output is exactly its target, so there is nothing to correct.")
                : Sentence.of(
                        "A small change of {} changes nothing here, so δ is 0 although the output differs from its target.",
                        z);
    }
}
