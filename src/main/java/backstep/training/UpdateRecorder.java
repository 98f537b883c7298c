package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.UpdateOperands;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes one update, as training does, and writes down what it reads and makes. */
final class UpdateRecorder {

    private final MatrixEngine engine;
    private final Setting of;
    private final UpdateSetting setting;
    private final Pass pass;
    private final OptimizerMemory memory;
    private final List<UpdateOperands> operands;

    UpdateRecorder(MatrixEngine engine, Setting of, UpdateSetting setting) {
        this.engine = engine;
        this.of = of;
        this.setting = setting;
        pass = Pass.over(engine, of);
        memory = new OptimizerMemory(engine, setting.optimizer(), of.network(), pass.weights());
        memory.write(setting.state());
        operands = memory.operands(pass::slopes);
    }

    Update record() {
        pass.forward(Recorder.NONE);
        pass.backward(Recorder.NONE);
        Update.Slopes slopes = clipped();
        List<Double> sizes = norms(UpdateOperands::theta);
        memory.update(operands, setting.learningRate());
        return new Update(setting, of.theta(), slopes, memory.read(), lengths(sizes), outcome());
    }

    private Update.Slopes clipped() {
        List<Matrix> whole = slopes();
        double squares = 0;
        for (UpdateOperands layer : operands) {
            squares += engine.squaredNorm(layer.slope(), 0);
        }
        double factor = setting.clipNorm().isEmpty()
                ? 1
                : Clipping.clip(
                        engine, pass, operands.size(), setting.clipNorm().getAsDouble());
        return new Update.Slopes(whole, squares, factor, slopes());
    }

    private List<Matrix> slopes() {
        return operands.stream().map(layer -> engine.read(layer.slope())).toList();
    }

    private List<Double> norms(Function<UpdateOperands, Buffer> matrix) {
        return operands.stream().map(layer -> engine.norm(matrix.apply(layer))).toList();
    }

    /** What LAMB leaves as the result is u. */
    private List<Update.Lengths> lengths(List<Double> sizes) {
        if (!(setting.optimizer() instanceof Lamb)) {
            return List.of();
        }
        List<Double> directions = norms(UpdateOperands::result);
        List<Double> ratios = memory.trustRatios();
        return IntStream.range(0, sizes.size())
                .mapToObj(k -> new Update.Lengths(sizes.get(k), directions.get(k), ratios.get(k)))
                .toList();
    }

    private Update.Outcome outcome() {
        List<Matrix> losses = new ArrayList<>();
        pass.forward(new Recorder() {
            @Override
            public void losses(Buffer ofExamples) {
                losses.add(engine.read(ofExamples));
            }
        });
        return new Update.Outcome(pass.weights().read(), losses.getFirst(), pass.cost());
    }
}
