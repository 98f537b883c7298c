package backstep.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of web/css/tokens.css, in both themes. */
record ColorTokens(Map<String, Color> light, Map<String, Color> dark) {

    private static final Pattern TOKEN = Pattern.compile(
            "--(\\w+): (?:light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\)|(#[0-9A-F]{6}));", Pattern.CASE_INSENSITIVE);

    static ColorTokens read() {
        Map<String, Color> light = new TreeMap<>();
        Map<String, Color> dark = new TreeMap<>();
        Matcher token = TOKEN.matcher(text());
        while (token.find()) {
            boolean both = token.group(4) != null;
            light.put(token.group(1), Color.of(both ? token.group(4) : token.group(2)));
            dark.put(token.group(1), Color.of(both ? token.group(4) : token.group(3)));
        }
        return new ColorTokens(light, dark);
    }

    Map<String, Color> of(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }

    private static String text() {
        try {
            return Files.readString(Path.of("web", "css", "tokens.css"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    enum Theme {
        LIGHT,
        DARK
    }

    /** A colour of the sRGB space, with channels from 0 to 1. */
    record Color(double red, double green, double blue) {

        static Color of(String hex) {
            int rgb = Integer.parseInt(hex.substring(1), 16);
            return new Color((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
        }

        /** (L₁ + 0.05) / (L₂ + 0.05), the lighter one first (WCAG 2.2, contrast ratio). */
        double contrastWith(Color other) {
            double lighter = Math.max(luminance(), other.luminance());
            double darker = Math.min(luminance(), other.luminance());
            return (lighter + 0.05) / (darker + 0.05);
        }

        /** L = 0.2126 R + 0.7152 G + 0.0722 B of the linear channels (WCAG 2.2, relative luminance). */
        private double luminance() {
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        }

        private static double linear(double channel) {
            return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        }
    }
}
