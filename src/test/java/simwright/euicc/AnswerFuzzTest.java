package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// Hostile answers of a card to every function, and hostile packages of a server. The corpus runs
/// with the tests, new bytes are looked for under -Pfuzz.
@Tag("fuzz")
class AnswerFuzzTest {
  private static final Path CODE = Path.of("src/main/java/simwright/euicc");

  @FuzzTest(maxDuration = "60s")
  void anyAnswerIsReadOrRefused(byte[] bytes) {
    Tlv answer;
    try {
      answer = Tlv.read(Octets.of(bytes));
    } catch (Fault refused) {
      return;
    }
    for (CardRequest<?> request : Functions.all()) {
      if (request.answerTag().equals(answer.tag())) {
        orRefused(() -> request.answer(answer));
      }
    }
    if (answer.tag().equals(InstallationResult.TAG)) {
      orRefused(() -> InstallationResult.read(answer));
    }
    orRefused(() -> ProfileInfo.read(answer));
    orRefused(() -> NotificationMetadata.read(answer));
    orRefused(() -> {
      BoundProfilePackage bound = BoundProfilePackage.read(answer.raw());
      int sent = bound.segments().stream().mapToInt(Octets::length).sum();
      if (sent != bytes.length) {
        throw new AssertionError(sent + " of " + bytes.length + " bytes are sent");
      }
    });
  }

  private static void orRefused(Runnable reader) {
    try {
      reader.run();
    } catch (Fault refused) {
      if (refused.code().code().isBlank()) {
        throw new AssertionError("a refusal without a reason", refused);
      }
    }
  }

  @Test
  void everyFunctionIsAmongThem() throws IOException {
    Set<String> written = new TreeSet<>();
    try (var files = Files.list(CODE)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("implements CardRequest<")) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertEquals(
        written,
        Functions.all().stream()
            .map(each -> each.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
