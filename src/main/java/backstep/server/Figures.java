package backstep.server;

import backstep.expression.Printer;
import backstep.story.ExpressionGraph;
import backstep.story.figure.Figure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the figures of the programs that were last asked for, since a new value of an input moves no node. */
final class Figures {

    private static final int MOST = 100;

    private static final Map<String, Figure> RECENT = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Figure> eldest) {
            return size() > MOST;
        }
    };

    private Figures() {}

    /** {@return where the graph of a program is drawn} */
    static Figure of(ExpressionAt at) {
        String program = Printer.of(at.program());
        synchronized (RECENT) {
            Figure known = RECENT.get(program);
            if (known != null) {
                return known;
            }
        }
        Figure figure = ExpressionGraph.figure(at.primal());
        synchronized (RECENT) {
            RECENT.put(program, figure);
        }
        return figure;
    }
}
