package backstep.training.diagnosis;

import java.util.Locale;

/** What can ail a run. */
public enum Illness {
    /** A number is not finite any more. */
    DIVERGED(Topic.DIVERGED),
    /** D grows from layer to layer on its way back, or is huge from the start. */
    EXPLODING_GRADIENT(Topic.DEEP),
    /** D shrinks from layer to layer on its way back. */
    VANISHING_GRADIENT(Topic.DEEP),
    /** Units whose slope is 0 for every example. */
    DEAD_UNITS(Topic.DEEP),
    /** Units whose slope is close to 0 for nearly every example. */
    SATURATED_UNITS(Topic.DEEP),
    /** The loss jumps, also where a step looks at all examples. */
    STEP_TOO_LARGE(Topic.SLOW),
    /** The loss jumps because each step looks at few examples. */
    BATCH_TOO_SMALL(Topic.SLOW),
    /** The loss falls, and would fall faster. */
    STEP_TOO_SMALL(Topic.SLOW),
    /** Neither set is learned. */
    UNDER_FITTING(Topic.TEST),
    /** What trains is learned by heart. */
    OVER_FITTING(Topic.TEST);

    /** What one sees of it. */
    public enum Topic {
        /** Training is too slow. */
        SLOW,
        /** Test accuracy is low. */
        TEST,
        /** The network is deep. */
        DEEP,
        /** The run ended. */
        DIVERGED;

        /** {@return the name in answers} */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Topic topic;

    Illness(Topic topic) {
        this.topic = topic;
    }

    /** {@return what one sees of it} */
    public Topic topic() {
        return topic;
    }

    /** {@return the name in answers} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
