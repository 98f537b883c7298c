package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/web/js/lib/format.js",
                "/health",
                "/lib/nothing/here.js",
                "/api/autodiff/gallery"
            })
    void everyAnswerHasThem(String path) {
        var answer = get(path);
        assertTrue(policy(path).startsWith("default-src 'none'; script-src 'self' 'sha256-"), policy(path));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"));
        assertEquals("strict-origin-when-cross-origin", header(answer, "Referrer-Policy"));
    }

    @Test
    void policyAllowsNothingUnsafeAndNoOtherHost() {
        String policy = policy("/");
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(policy.contains("http"), policy);
    }

    @Test
    void nobodyMayFrameAPage() {
        assertTrue(policy("/autodiff").endsWith("frame-ancestors 'none'"));
    }

    @Test
    void anybodyMayFrameAnEmbeddedPage() {
        assertTrue(policy("/embed/autodiff").endsWith("frame-ancestors *"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/autodiff", "/embed/autodiff", "/docs/api"})
    void theOneInlineScriptIsTheOneWhoseHashIsAllowed(String path) throws NoSuchAlgorithmException {
        Matcher script = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
                .matcher(get(path).body());
        assertTrue(script.find(), path);
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        String source = "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        assertTrue(policy(path).contains(source), () -> policy(path) + " lacks " + source);
    }

    @Test
    void theServerDoesNotSayWhatItIsMadeOf() {
        assertEquals("", header(get("/"), "Server"));
        assertEquals("", header(get("/"), "X-Powered-By"));
    }

    private static String policy(String path) {
        return header(get(path), "Content-Security-Policy");
    }
}
