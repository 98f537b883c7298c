package backstep.expression;

import backstep.expression.Expression.Binary;
import backstep.expression.Expression.Call;
import backstep.expression.Expression.Literal;
import backstep.expression.Expression.Named;
import backstep.expression.Expression.Negation;
import backstep.expression.Expression.Reference;
import backstep.expression.Expression.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Ways through a tree that keep their own stack, so that a deep tree costs heap and never overflows the thread's stack. */
public final class TreeWalk {

    private TreeWalk() {}

    /** {@return every node of the tree: operands before their operation, left before right, the root last} */
    public static List<Expression> operandsFirst(Expression root) {
        List<Expression> nodes = new ArrayList<>();
        Deque<Expression> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            Expression node = waiting.pop();
            nodes.add(node);
            node.operands().forEach(waiting::push);
        }
        Collections.reverse(nodes);
        return nodes;
    }

    /** {@return whether both trees have the same nodes at the same places} */
    static boolean equal(Expression first, Expression second) {
        Deque<Expression> waiting = new ArrayDeque<>(List.of(first, second));
        while (!waiting.isEmpty()) {
            Expression one = waiting.pop();
            Expression other = waiting.pop();
            if (one != other && !(head(one).equals(head(other)) && pushPairs(one, other, waiting))) {
                return false;
            }
        }
        return true;
    }

    private static boolean pushPairs(Expression one, Expression other, Deque<Expression> waiting) {
        List<Expression> operands = one.operands();
        for (int i = 0; i < operands.size(); i++) {
            waiting.push(operands.get(i));
            waiting.push(other.operands().get(i));
        }
        return true;
    }

    /** {@return a hash that equal trees share} */
    static int hash(Expression root) {
        int hash = 1;
        for (Expression node : operandsFirst(root)) {
            hash = 31 * hash + head(node).hashCode();
        }
        return hash;
    }

    /** What a node is without its operands; it fixes how many there are. */
    private static Object head(Expression node) {
        return switch (node) {
            case Literal _, Named _, Variable _, Reference _ -> node;
            case Negation _ -> Negation.class;
            case Binary binary -> binary.operator();
            case Call call -> call.function();
        };
    }
}
