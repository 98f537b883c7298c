package backstep.story.network;

import backstep.network.Sign;
import backstep.story.network.Schedule.Kind;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import backstep.training.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which numbers an update makes before the new losses, in order.
 *
 * @param first numbers of the update as a whole
 * @param entries matrices of each Θ⁽ˡ⁾ that are made together, entry by entry
 * @param measures numbers of each Θ⁽ˡ⁾ that follow from them
 * @param followed matrices that follow from those
 */
record UpdateOrder(List<Kind> first, List<Kind> entries, List<Kind> measures, List<Kind> followed) {

    static final UpdateOrder PLAIN = new UpdateOrder(List.of(), List.of(Kind.NEW_THETA), List.of(), List.of());

    UpdateOrder {
        first = List.copyOf(first);
        entries = List.copyOf(entries);
        measures = List.copyOf(measures);
        followed = List.copyOf(followed);
    }

    /** {@return whether the update makes such numbers} */
    boolean has(Kind kind) {
        return Stream.of(first, entries, measures, followed).anyMatch(kinds -> kinds.contains(kind));
    }

    static UpdateOrder of(Update update, Sign sign) {
        List<Kind> entries = new ArrayList<>(isSlopeTold(update, sign) ? List.of(Kind.SLOPE) : List.of());
        entries.addAll(made(update));
        boolean isMeasured = update.setting().optimizer() instanceof Lamb;
        if (!isMeasured) {
            entries.add(Kind.NEW_THETA);
        }
        return new UpdateOrder(
                first(update),
                entries,
                isMeasured ? List.of(Kind.THETA_NORM, Kind.DIRECTION_NORM, Kind.TRUST_RATIO) : List.of(),
                isMeasured ? List.of(Kind.NEW_THETA) : List.of());
    }

    private static List<Kind> first(Update update) {
        List<Kind> first = new ArrayList<>();
        if (!update.setting().rate().isConstant()) {
            first.add(Kind.LEARNING_RATE);
        }
        if (update.setting().clipNorm().isPresent()) {
            first.addAll(List.of(Kind.NORM, Kind.CLIP));
        }
        return first;
    }

    /** {@return whether the optimizer sees another slope than D} */
    static boolean isSlopeTold(Update update, Sign sign) {
        return update.setting().clipNorm().isPresent() || sign == Sign.LOG_LIKELIHOOD && !update.isPlain();
    }

    private static List<Kind> made(Update update) {
        return switch (update.setting().optimizer()) {
            case Sgd sgd -> sgd.momentum() == 0 ? List.of() : List.of(Kind.NEW_MOMENTUM);
            case Adagrad _ -> List.of(Kind.NEW_SQUARES);
            case RmsProp _ -> List.of(Kind.NEW_MEAN_SQUARE);
            case Adam _, AdamW _ ->
                List.of(Kind.NEW_MEAN, Kind.NEW_MEAN_SQUARE, Kind.CORRECTED_MEAN, Kind.CORRECTED_MEAN_SQUARE);
            case Lamb _ ->
                List.of(
                        Kind.NEW_MEAN,
                        Kind.NEW_MEAN_SQUARE,
                        Kind.CORRECTED_MEAN,
                        Kind.CORRECTED_MEAN_SQUARE,
                        Kind.DIRECTION);
        };
    }
}
