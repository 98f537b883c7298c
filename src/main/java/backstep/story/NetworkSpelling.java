package backstep.story;

import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the addresses of a network are spelled. */
final class NetworkSpelling {

    private static final String FROM_ONE = "([1-9]\\d{0,8})";
    private static final String FROM_ZERO = "(0|[1-9]\\d{0,8})";
    private static final String PLACE = "\\." + FROM_ONE + "(?:\\." + FROM_ONE + "(?:\\." + FROM_ZERO + ")?)?";

    private static final String UPDATES = "(?:~" + FROM_ONE + ")?";

    private static final List<Form> FORMS = List.of(
            new Form(
                    "(z|a|delta|xHat)\\." + FROM_ONE + "(?:\\." + FROM_ZERO + ")?@" + FROM_ONE,
                    NetworkSpelling::vector),
            new Form("(mean|variance)\\." + FROM_ONE + "(?:\\." + FROM_ONE + ")?", NetworkSpelling::moment),
            new Form("y(?:\\." + FROM_ONE + ")?@" + FROM_ONE, NetworkSpelling::targets),
            new Form("loss@" + FROM_ONE + UPDATES, NetworkSpelling::loss),
            new Form("J(?:~" + FROM_ONE + ")?", groups -> new NetworkAddress.Cost(number(groups[1]))),
            new Form("Theta" + PLACE + UPDATES, NetworkSpelling::weights),
            new Form("Delta" + PLACE + "(?:@" + FROM_ONE + ")?", NetworkSpelling::sum),
            new Form("D" + PLACE, groups -> matrix(new Table.Gradient(), groups)),
            new Form("(learningRate|norm|clip)", groups -> new NetworkAddress.OfUpdate(measure(groups[1]))),
            new Form(
                    "(thetaNorm|uNorm|trustRatio)\\." + FROM_ONE,
                    groups -> new NetworkAddress.OfMatrix(measure(groups[1]), number(groups[2]))),
            new Form("b" + PLACE + UPDATES, groups -> remembered(Memory.MOMENTUM, groups)),
            new Form("s" + PLACE + UPDATES, groups -> remembered(Memory.SQUARES, groups)),
            new Form("m" + PLACE + UPDATES, groups -> remembered(Memory.MEAN, groups)),
            new Form("v" + PLACE + UPDATES, groups -> remembered(Memory.MEAN_SQUARE, groups)),
            new Form("slope" + PLACE, groups -> matrix(new Table.Made(Part.SLOPE), groups)),
            new Form("mHat" + PLACE, groups -> matrix(new Table.Made(Part.CORRECTED_MEAN), groups)),
            new Form("vHat" + PLACE, groups -> matrix(new Table.Made(Part.CORRECTED_MEAN_SQUARE), groups)),
            new Form("u" + PLACE, groups -> matrix(new Table.Made(Part.DIRECTION), groups)));

    private NetworkSpelling() {}

    /** A pattern, and the address that its groups make; group 0 is the whole text. */
    private record Form(Pattern pattern, Function<@Nullable String[], NetworkAddress> address) {

        Form(String pattern, Function<@Nullable String[], NetworkAddress> address) {
            this(Pattern.compile(pattern), address);
        }
    }

    /** {@return the address that a text spells, nothing where it spells none} */
    static Optional<NetworkAddress> parse(String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(text);
            if (matcher.matches()) {
                return Optional.of(form.address.apply(groups(matcher)));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String[] groups(Matcher matcher) {
        @Nullable String[] groups = new @Nullable String[matcher.groupCount() + 1];
        Arrays.setAll(groups, matcher::group);
        return groups;
    }

    private static NetworkAddress vector(@Nullable String[] groups) {
        NetworkQuantity.Vector vector = Arrays.stream(NetworkQuantity.Vector.values())
                .filter(one -> one.spelling().equals(groups[1]))
                .findFirst()
                .orElseThrow();
        int layer = number(groups[2]);
        int example = number(groups[4]);
        return groups[3] == null
                ? new NetworkAddress.Layer(vector, layer, example)
                : new NetworkAddress.Unit(vector, layer, number(groups[3]), example);
    }

    private static NetworkAddress moment(@Nullable String[] groups) {
        NetworkQuantity.Moment moment =
                "mean".equals(groups[1]) ? NetworkQuantity.Moment.MEAN : NetworkQuantity.Moment.VARIANCE;
        return groups[3] == null
                ? new NetworkAddress.OfChannels(moment, number(groups[2]))
                : new NetworkAddress.OfChannel(moment, number(groups[2]), number(groups[3]));
    }

    private static NetworkAddress targets(@Nullable String[] groups) {
        return groups[1] == null
                ? new NetworkAddress.Targets(number(groups[2]))
                : new NetworkAddress.Target(number(groups[1]), number(groups[2]));
    }

    private static NetworkAddress loss(@Nullable String[] groups) {
        return new NetworkAddress.Loss(number(groups[1]), number(groups[2]));
    }

    private static NetworkAddress weights(@Nullable String[] groups) {
        return matrix(new Table.Weights(number(groups[4])), groups);
    }

    private static NetworkAddress remembered(Memory memory, @Nullable String[] groups) {
        return matrix(new Table.Remembered(memory, number(groups[4])), groups);
    }

    private static NetworkQuantity.Measure measure(@Nullable String spelling) {
        return Arrays.stream(NetworkQuantity.Measure.values())
                .filter(one -> one.spelling().equals(spelling))
                .findFirst()
                .orElseThrow();
    }

    private static NetworkAddress sum(@Nullable String[] groups) {
        return matrix(
                groups[4] == null ? new Table.Sum(OptionalInt.empty()) : Table.Sum.after(number(groups[4])), groups);
    }

    private static NetworkAddress matrix(Table table, @Nullable String[] groups) {
        int layer = number(groups[1]);
        if (groups[2] == null) {
            return new NetworkAddress.Whole(table, layer);
        }
        int row = number(groups[2]);
        return groups[3] == null
                ? new NetworkAddress.Row(table, layer, row)
                : new NetworkAddress.Entry(table, layer, row, number(groups[3]));
    }

    /** {@return the number that a group spells, 0 where there is none} */
    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
