package backstep.training.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.Patching;
import backstep.linalg.PatchingEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Initialization;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.training.Adam;
import backstep.training.Lamb;
import backstep.training.Plan;
import backstep.training.Trainer;
import backstep.training.Training;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The work of an update, against formulas written by hand and an engine that computes while its calls are counted. */
class WorkTest {

    private static final Set<String> FREE =
            Set.of("allocate", "write", "read", "name", "products", "precision", "close");

    private static Plan plan(Network network, int examples, Training training) {
        int inputs = network.inputs();
        Batch batch = new Batch(Matrix.zeros(examples, inputs), Matrix.zeros(examples, network.outputs()));
        return new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.XAVIER_UNIFORM.theta(network, 1),
                new Split(batch, Optional.empty()),
                training.withBatchSize(examples));
    }

    private static Plan dense(int examples) {
        return plan(
                new Network(
                        3, List.of(new Dense(5, Activation.TANH), new Dense(2, Activation.LINEAR)), Loss.SQUARED_ERROR),
                examples,
                Training.DEFAULT);
    }

    private static Plan ofAllKinds() {
        List<Layer> layers = List.of(
                new Conv2d(2, 3, 1, 1, Activation.LINEAR),
                new BatchNorm(Activation.RELU),
                new MaxPool2d(2),
                new Flatten(),
                new Dense(3, Activation.LINEAR));
        Network network = new Network(new Shape.Image(1, 4, 4), layers, Loss.SQUARED_ERROR);
        return plan(network, 4, Training.DEFAULT.with(Lamb.of(0.1)).withClipNorm(1));
    }

    /** Counts calls of an engine that computes; one for several matrices is one for each of them. */
    private static long operationsOf(Plan plan) {
        AtomicLong calls = new AtomicLong();
        Trainer trainer = new Trainer(counting(PatchingEngine.class, new EjmlFloatEngine(), calls), plan);
        calls.set(0);
        trainer.update();
        trainer.isFinite();
        return calls.get();
    }

    private static <T> T counting(Class<T> type, T real, AtomicLong calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, operands) -> {
                    if (method.getName().equals("convolution")) {
                        // By the operations of the engine, one after the other.
                        return InvocationHandler.invokeDefault(proxy, method, operands);
                    }
                    Object result = call(method, real, operands);
                    if (result instanceof Patching patching) {
                        return counting(Patching.class, patching, calls);
                    }
                    if (!FREE.contains(method.getName())) {
                        calls.addAndGet(operands[0] instanceof List<?> all ? all.size() : 1);
                    }
                    return result;
                }));
    }

    private static Object call(Method method, Object real, Object... operands) throws Throwable {
        try {
            return method.invoke(real, operands);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void anUpdateHasAsManyOperationsAsAnEngineIsCalledFor() {
        assertEquals(operationsOf(dense(7)), Work.ofUpdate(dense(7)).operations());
        assertEquals(operationsOf(ofAllKinds()), Work.ofUpdate(ofAllKinds()).operations());
    }

    @Test
    void anExampleMoreIsThreeProductsForEachLayerButTwoForTheFirst() {
        long products = 2 * (2 * 4 * 5 + 2 * 6 * 2 + 5 * 2);
        long inputs = 4 + 2;
        long forward = 6 + 3 + 5 + 2;
        long losses = 3 + 1;
        long backward = 3 + 6;
        long more =
                Work.ofUpdate(dense(101)).flops() - Work.ofUpdate(dense(100)).flops();
        assertEquals(products + inputs + forward + losses + backward, more);
    }

    @Test
    void twiceTheExamplesAreTwiceTheProductsAndNoMoreOperations() {
        Work one = Work.ofUpdate(dense(500));
        Work two = Work.ofUpdate(dense(1_000));
        assertEquals(one.operations(), two.operations());
        assertEquals(2.0, (double) two.flops() / one.flops(), 0.01);
    }

    @Test
    void anOptimizerWithMemoriesIsAsManyOperations() {
        Network network = dense(1).network();
        Work sgd = Work.ofUpdate(plan(network, 7, Training.DEFAULT));
        Work adam = Work.ofUpdate(plan(network, 7, Training.DEFAULT.with(Adam.of(0.1))));
        assertEquals(2, adam.operations() - sgd.operations(), "whether its memories are finite, for each layer");
    }
}
