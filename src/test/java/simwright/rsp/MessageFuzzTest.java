package simwright.rsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.HandleDownloadProgressInfo;
import simwright.rsp.es2.ReleaseProfile;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.CancelSession;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;

/// Hostile messages in either direction, and hostile activation codes: read, or refused with a
/// fault. What is read says the same when it is written and read again. The corpus runs with the
/// tests, new texts are looked for under -Pfuzz.
@Tag("fuzz")
class MessageFuzzTest {
  private static final List<RemoteFunction<?, ?>> FUNCTIONS =
      List.of(
          InitiateAuthentication.FUNCTION,
          InitiateAuthentication.AT_SMDS,
          AuthenticateClient.FUNCTION,
          AuthenticateClient.AT_SMDS,
          GetBoundProfilePackage.FUNCTION,
          HandleNotification.FUNCTION,
          CancelSession.FUNCTION,
          DownloadOrder.FUNCTION,
          ConfirmOrder.FUNCTION,
          ReleaseProfile.FUNCTION,
          CancelOrder.FUNCTION,
          HandleDownloadProgressInfo.FUNCTION);

  @FuzzTest(maxDuration = "60s")
  void anyMessageIsReadOrRefused(byte[] bytes) {
    Fields fields;
    try {
      fields = Fields.read(new String(bytes, StandardCharsets.UTF_8));
      Status unused = Status.read(fields);
    } catch (Fault refused) {
      return;
    }
    for (RemoteFunction<?, ?> each : FUNCTIONS) {
      again(each.request(), fields);
      again(each.answer(), fields);
    }
  }

  private static <T> void again(Shape<T> shape, Fields fields) {
    T read;
    try {
      read = shape.read(fields);
    } catch (Fault refused) {
      return;
    }
    assertEquals(read, shape.read(Fields.read(shape.write(read).write())));
  }

  @FuzzTest(maxDuration = "60s")
  void anyActivationCodeIsReadOrRefused(byte[] bytes) {
    ActivationCode read;
    try {
      read = ActivationCode.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (Fault refused) {
      return;
    }
    if (read.host().isBlank() || read.host().contains("$") || read.matchingId().contains("$")) {
      throw new AssertionError("a part that is none: " + read);
    }
  }

  @Test
  void everyFunctionIsAmongThem() throws IOException {
    int written = 0;
    Pattern function = Pattern.compile("public static final RemoteFunction<");
    for (String folder : List.of("es2", "es9")) {
      try (var files = Files.list(Path.of("src/main/java/simwright/rsp", folder))) {
        for (Path file : files.toList()) {
          written += (int) function.matcher(Files.readString(file)).results().count();
        }
      }
    }
    assertEquals(written, FUNCTIONS.size());
  }
}
