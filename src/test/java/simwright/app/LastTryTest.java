package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The last try of a PIN is never used up by a line that nobody confirmed.
@Timeout(90)
class LastTryTest {
  @AutoClose private final BenchShell shell;

  LastTryTest(@TempDir Path folder) {
    shell = new BenchShell(folder);
  }

  private int at(String line) {
    return shell.bare("at", "L", line);
  }

  private JsonNode probe() throws Exception {
    assertEquals(0, shell.bare("probe", "L", "--json"), shell.err());
    return shell.json();
  }

  @Test
  void aWrongCodeIsSentTwiceAndTheThirdTimeNotWithoutConfirmation() throws Exception {
    shell.begin("generic");
    assertEquals("ready", probe().path("sim").asText());
    assertEquals(0, at("AT+CLCK=\"SC\",1,\"1234\""), shell.err());
    assertEquals(0, at("AT+CFUN=1,1"), shell.err());
    assertEquals("pin", probe().path("sim").asText());
    assertEquals(3, probe().path("pinTries").asInt());
    assertEquals(1, at("AT+CPIN=\"0000\""), shell.err());
    assertEquals(1, at("at+cpin=0000"), shell.err());
    assertEquals(3, at("AT+CPIN=\"0000\""), shell.err());
    assertTrue(shell.err().contains("at/confirm-first"), shell.err());
    assertEquals(3, at("AT+CMEE=1;+CPIN=\"0000\""), shell.err());
    assertEquals(1, probe().path("pinTries").asInt());
  }
}
