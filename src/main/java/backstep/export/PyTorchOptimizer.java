package backstep.export;

import static backstep.export.Python.number;

import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.RunningMeans;
import backstep.training.Sgd;
import java.util.List;
import java.util.stream.Stream;

/** An optimizer as PyTorch has it; LAMB, which PyTorch has not, as a class of the script. */
final class PyTorchOptimizer {

    private static final List<String> LAMB = """
            class LAMB(torch.optim.Optimizer):
                \"\"\"You et al. 2020, Algorithm 2. A layer's weight and bias are scaled together.\"\"\"

                def __init__(self, layers, lr, betas, eps, weight_decay):
                    groups = [{"params": [layer.weight, layer.bias]} for layer in layers]
                    super().__init__(groups, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay))

                @torch.no_grad()
                def step(self):
                    for group in self.param_groups:
                        beta1, beta2 = group["betas"]
                        directions = []
                        for p in group["params"]:
                            state = self.state[p]
                            if not state:
                                state.update(t=0, m=torch.zeros_like(p), v=torch.zeros_like(p))
                            state["t"] += 1
                            state["m"].mul_(beta1).add_(p.grad, alpha=1 - beta1)
                            state["v"].mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
                            m = state["m"] / (1 - beta1 ** state["t"])
                            v = state["v"] / (1 - beta2 ** state["t"])
                            directions.append(m / (v.sqrt() + group["eps"]) + group["weight_decay"] * p)
                        size = sum((p ** 2).sum() for p in group["params"]).sqrt()
                        length = sum((u ** 2).sum() for u in directions).sqrt()
                        trust = size / length if size > 0 and length > 0 else 1
                        for p, u in zip(group["params"], directions):
                            p.sub_(group["lr"] * trust * u)


            """.lines().toList();

    private PyTorchOptimizer() {}

    static List<String> lines(Optimizer optimizer) {
        Stream<String> made = Stream.of("optimizer = " + made(optimizer), "");
        return Stream.concat(optimizer instanceof Lamb ? LAMB.stream() : Stream.empty(), made)
                .toList();
    }

    private static String made(Optimizer optimizer) {
        String rate = "lr=" + number(optimizer.learningRate());
        return switch (optimizer) {
            case Sgd(double _, double momentum, boolean nesterov) ->
                torch(
                        "SGD",
                        rate
                                + (momentum == 0 ? "" : ", momentum=" + number(momentum))
                                + (nesterov ? ", nesterov=True" : ""));
            case Adagrad(double _, double eps) -> torch("Adagrad", rate + ", eps=" + number(eps));
            case RmsProp(double _, double alpha, double eps) ->
                torch("RMSprop", rate + ", alpha=" + number(alpha) + ", eps=" + number(eps));
            case Adam(double _, RunningMeans means) -> torch("Adam", rate + constants(means));
            case AdamW(double _, RunningMeans means, double weightDecay) ->
                torch("AdamW", rate + constants(means) + decay(weightDecay));
            case Lamb(double _, RunningMeans means, double weightDecay) ->
                "LAMB(layers, " + rate + constants(means) + decay(weightDecay) + ")";
        };
    }

    private static String torch(String name, String constants) {
        return "torch.optim." + name + "(model.parameters(), " + constants + ")";
    }

    private static String constants(RunningMeans means) {
        return ", betas=(" + number(means.beta1()) + ", " + number(means.beta2()) + "), eps=" + number(means.eps());
    }

    private static String decay(double weightDecay) {
        return ", weight_decay=" + number(weightDecay);
    }
}
