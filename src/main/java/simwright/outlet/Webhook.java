package simwright.outlet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A webhook: JSON by POST, with `X-Simwright-Signature: sha256=` and the HMAC-SHA-256 of the body
/// under the key of this installation, by which the receiver knows it.
final class Webhook {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Webhook() {}

  static void send(Outlet outlet, Message message, byte[] key, Duration within) throws IOException {
    byte[] body = body(message);
    HttpRequest request =
        HttpRequest.newBuilder(outlet.address())
            .timeout(within)
            .header("Content-Type", "application/json")
            .header("User-Agent", "simwright")
            .header("X-Simwright-Signature", "sha256=" + signature(key, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(within)
            .build()) {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IOException("it answers " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was broken off", e);
    }
  }

  static byte[] body(Message message) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("source", "simwright");
    node.put("seq", message.seq());
    node.put("at", message.at().toString());
    node.put("what", message.what());
    node.put("alarm", message.alarm());
    node.put("device", message.device());
    node.put("text", message.text());
    try {
      return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signature(byte[] key, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
