package backstep.server;

import backstep.autodiff.AdjointTrace;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Unrolling;
import backstep.server.WengertAnswer.RowAnswer;
import java.util.ArrayList;
import java.util.List;

/** Writes the derivatives of a network beside the adjoints of its Wengert list. */
final class WengertWriter {

    private WengertWriter() {}

    static WengertAnswer write(int example, Recording recording, Unrolling unrolling) {
        AdjointTrace adjoints = unrolling.adjoints();
        List<RowAnswer> rows = rows(recording, unrolling, adjoints);
        return new WengertAnswer(
                example,
                unrolling.list().operationCount(),
                rows,
                rows.stream().mapToDouble(RowAnswer::relativeDifference).max().orElse(0),
                unrolling.expression().orElse(null),
                unrolling.at(),
                adjoints.output());
    }

    private static List<RowAnswer> rows(Recording recording, Unrolling unrolling, AdjointTrace adjoints) {
        Network network = recording.network();
        List<RowAnswer> rows = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            for (int i = 1; i <= network.units(l + 1); i++) {
                for (int j = 0; j <= network.units(l); j++) {
                    int v = unrolling.variable(l, i, j);
                    double backprop = recording.sum(l, i, j);
                    double adjoint = adjoints.adjoint(v);
                    rows.add(new RowAnswer(
                            "D." + l + "." + i + "." + j,
                            backprop,
                            "v_{" + v + "}",
                            adjoint,
                            relativeDifference(backprop, adjoint)));
                }
            }
        }
        return rows;
    }

    private static double relativeDifference(double a, double b) {
        double size = Math.max(Math.abs(a), Math.abs(b));
        return a == b ? 0 : Math.abs(a - b) / size;
    }
}
