package backstep.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Writes a tree from left to right with a stack of its own: a part is unfolded only when the writing reaches it. */
final class Unfolding {

    private Unfolding() {}

    /** A piece of what is written. */
    sealed interface Piece {}

    record Text(String text) implements Piece {}

    record Part(Supplier<List<Piece>> pieces) implements Piece {}

    static Piece text(String text) {
        return new Text(text);
    }

    static Piece part(Supplier<List<Piece>> pieces) {
        return new Part(pieces);
    }

    static String write(List<Piece> pieces) {
        StringBuilder written = new StringBuilder();
        Deque<Piece> waiting = new ArrayDeque<>(pieces);
        while (!waiting.isEmpty()) {
            switch (waiting.pop()) {
                case Text(String text) -> written.append(text);
                case Part(Supplier<List<Piece>> unfolded) -> pushAll(unfolded.get(), waiting);
            }
        }
        return written.toString();
    }

    private static void pushAll(List<Piece> pieces, Deque<Piece> waiting) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            waiting.push(pieces.get(i));
        }
    }
}
