package backstep.training.diagnosis;

import java.util.Locale;

/**
 * Something that helps.
 *
 * @param why it does, in a sentence
 * @param where from: with the weights as they are, or with new ones
 */
public record Remedy(Change change, String why, From where) {

    /** Where a run starts that has the remedy. */
    public enum From {
        /** From the moment that was looked at. */
        MOMENT,
        /** From weights that are drawn anew. */
        START;

        /** {@return the name in answers} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return a remedy that goes on from the weights as they are} */
    static Remedy now(Change change, String why) {
        return new Remedy(change, why, From.MOMENT);
    }

    /** {@return a remedy that starts anew} */
    static Remedy anew(Change change, String why) {
        return new Remedy(change, why, From.START);
    }
}
