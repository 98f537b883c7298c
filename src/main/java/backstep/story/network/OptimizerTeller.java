package backstep.story.network;

import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;

/** Tells any number of an update but the losses after it: each by the rule of the optimizer that makes it. */
final class OptimizerTeller {

    private final boolean isPlain;
    private final Givens givens;
    private final ScheduledRate rate;
    private final ClippedSlopes slopes;
    private final Memories memories;
    private final Corrections corrections;
    private final TrustRatios trust;
    private final Updates updates;
    private final OptimizerSteps steps;

    OptimizerTeller(Script script) {
        isPlain = script.quantities().update().isPlain();
        givens = new Givens(script);
        rate = new ScheduledRate(script);
        slopes = new ClippedSlopes(script);
        memories = new Memories(script);
        corrections = new Corrections(script);
        trust = new TrustRatios(script);
        updates = new Updates(script);
        steps = new OptimizerSteps(script);
    }

    Telling weights(Piece piece) {
        return isPlain ? updates.of(piece) : steps.of(piece);
    }

    Telling remembered(Table.Remembered table, Piece piece) {
        return table.updates() == 0 ? givens.of(piece.of(table)) : memories.of(table.memory(), piece);
    }

    Telling made(Part part, Piece piece) {
        return switch (part) {
            case SLOPE -> slopes.slope(piece);
            case CORRECTED_MEAN -> corrections.mean(piece);
            case CORRECTED_MEAN_SQUARE -> corrections.meanSquare(piece);
            case DIRECTION -> trust.direction(piece);
        };
    }

    /** @param l of Θ⁽ˡ⁾, for measures that each layer has */
    Telling measure(Measure measure, int l) {
        return switch (measure) {
            case LEARNING_RATE -> rate.telling();
            case NORM -> slopes.norm();
            case CLIP -> slopes.clip();
            case THETA_NORM, DIRECTION_NORM, TRUST_RATIO -> trust.measure(measure, l);
        };
    }
}
