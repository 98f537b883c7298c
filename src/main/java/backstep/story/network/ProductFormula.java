package backstep.story.network;

import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity;
import backstep.story.NetworkQuantity.Table;
import backstep.story.network.Paths.Product;
import java.util.List;
import java.util.stream.Stream;

/** Writes products and their sums. */
record ProductFormula(Script script) {

    String symbols(Product product) {
        String number = script.symbols().latex(product.number());
        return product.weight()
                .map(weight -> script.symbols().latex(weight) + (isBias(product) ? "" : "\\, " + number))
                .orElse(number);
    }

    String numbers(Product product) {
        double number = script.quantities().number(product.number());
        return product.weight()
                .map(weight -> isBias(product)
                        ? script.formulas().grouped(number(weight))
                        : script.formulas().factors(number(weight), number))
                .orElseGet(() -> script.formulas().grouped(number));
    }

    double value(Product product) {
        double number = script.quantities().number(product.number());
        return product.weight().map(weight -> number(weight) * number).orElse(number);
    }

    String sum(List<Product> products) {
        return products.isEmpty() ? "0" : Formulas.sum(products.size(), k -> symbols(products.get(k)));
    }

    String sumOfNumbers(List<Product> products) {
        return products.isEmpty() ? "0" : Formulas.sum(products.size(), k -> numbers(products.get(k)));
    }

    double total(List<Product> products) {
        double total = 0;
        for (Product product : products) {
            total += value(product);
        }
        return total;
    }

    /** {@return the numbers of the products, or of whole layers where they are many} */
    List<Address> reads(List<Product> products) {
        if (products.size() <= Reads.WIDE) {
            return products.stream()
                    .flatMap(product -> Stream.<Address>concat(product.weight().stream(), Stream.of(product.number())))
                    .distinct()
                    .toList();
        }
        return products.stream()
                .flatMap(product -> Stream.<Address>concat(
                        product.weight().stream()
                                .map(weight -> new NetworkAddress.Whole(weight.table(), weight.layer())),
                        Stream.of(layer(product.number()))))
                .distinct()
                .toList();
    }

    private static NetworkAddress.Layer layer(NetworkAddress.Unit unit) {
        return new NetworkAddress.Layer(unit.vector(), unit.layer(), unit.example());
    }

    private double number(NetworkAddress.Entry weight) {
        return script.quantities().entry(new Table.Weights(0), weight.layer(), weight.row(), weight.column());
    }

    private static boolean isBias(Product product) {
        return product.number().vector() == NetworkQuantity.Vector.A
                && product.number().unit() == 0;
    }
}
