package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.cli.Exit;

/// Who asks for JSON gets JSON, also where the command line itself is wrong.
class WrongUseJsonTest {
  private final Shell shell = new Shell(false);

  @AfterEach
  void close() {
    shell.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profiles enable sim:ec25 foo --json",
        "order download --server es2.example.com --iccid 89 --json",
        "probe --json",
        "euicc info sim:ec25 --no-such-option --json"
      })
  void aWrongCommandLineIsToldAsJson(String line) throws IOException {
    assertEquals(Exit.USAGE, shell.run(line.split(" ")), shell.err());
    JsonNode error = new ObjectMapper().readTree(shell.out());
    assertEquals("command/usage", error.path("error").asText(), shell.out());
    assertTrue(error.path("next").asText().endsWith(" --help"), shell.out());
    for (String field : new String[] {"doing", "where", "evidence", "title", "state"}) {
      assertTrue(!error.path(field).asText().isBlank(), field);
    }
    assertEquals("", shell.err());
  }

  @Test
  void aPersonGetsASentence() {
    assertEquals(Exit.USAGE, shell.run("profiles", "enable", "sim:ec25", "foo"), shell.err());
    assertEquals("", shell.out());
    assertTrue(shell.err().contains("Try: simwright profiles enable --help"), shell.err());
  }
}
