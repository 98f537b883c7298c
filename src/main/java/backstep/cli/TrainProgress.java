package backstep.cli;

import backstep.server.UnattendedRun.Progress;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Shows how far a run is. */
sealed interface TrainProgress extends Consumer<Progress> {

    /** Nothing more comes. */
    default void end() {}

    /** Shows nothing. */
    record None() implements TrainProgress {

        @Override
        public void accept(Progress progress) {}
    }

    /** A line now and then, some twenty in all. */
    final class Lines implements TrainProgress {

        private static final int COUNT = 20;

        private final PrintWriter out;
        private int next;

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void accept(Progress progress) {
            int epoch = progress.metrics().epoch();
            if (epoch >= next) {
                out.println(TrainText.line(progress));
                next = epoch + Math.max(1, progress.epochs() / COUNT);
            }
        }
    }

    /** A bar in a single line of a terminal, which grows; what is wider than the terminal is cut off. */
    final class Bar implements TrainProgress {

        private static final int WIDTH = 30;
        private static final String TO_THE_START_AND_EMPTY = "\r\033[2K";
        private static final String WITHOUT_WRAPPING = "\033[?7l";
        private static final String WITH_WRAPPING = "\033[?7h";

        private final PrintWriter terminal;

        Bar(PrintWriter terminal) {
            this.terminal = terminal;
        }

        @Override
        public void accept(Progress progress) {
            int full = (int) ((long) WIDTH * progress.iteration() / progress.iterations());
            terminal.print(TO_THE_START_AND_EMPTY + WITHOUT_WRAPPING
                    + "[" + "█".repeat(full) + "·".repeat(WIDTH - full) + "] " + TrainText.lineWithTimeLeft(progress)
                    + WITH_WRAPPING);
            terminal.flush();
        }

        @Override
        public void end() {
            terminal.println();
            terminal.flush();
        }
    }
}
