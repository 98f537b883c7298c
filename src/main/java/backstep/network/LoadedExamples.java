package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;

/**
 * Examples in the memory of an engine, from which passes take theirs.
 *
 * @param x inputs behind a bias unit [n × (s₁ + 1)]
 * @param y targets [n × K]
 */
public record LoadedExamples(Buffer x, Buffer y) {

    /** {@return examples in memory of their own} */
    public static LoadedExamples of(MatrixEngine engine, Batch batch) {
        LoadedExamples loaded = new LoadedExamples(
                engine.allocate(batch.size(), batch.x().columns() + 1),
                engine.allocate(batch.size(), batch.y().columns()));
        loaded.write(engine, batch);
        return loaded;
    }

    /** Takes other examples, as many as before. */
    void write(MatrixEngine engine, Batch batch) {
        engine.write(batch.x().behindBias(), x);
        engine.write(batch.y(), y);
    }

    /** Takes chosen ones of other examples, as many as there is room for: {@code rows[first]}, from 0, and those that follow. */
    void gather(MatrixEngine engine, LoadedExamples from, int[] rows, int first) {
        engine.gather(from.x, rows, first, x);
        engine.gather(from.y, rows, first, y);
    }
}
