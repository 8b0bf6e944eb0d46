package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program on a system that has no pseudo-terminals: simulated devices are within it.
class WithoutTerminalsTest {
  @TempDir Path folder;
  private final Shell shell = new Shell(false);

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void aSimulatedDeviceIsProbedAndMarked() throws Exception {
    assertEquals(0, shell.run("probe", "sim:bg95", "--json", "--data", data()), shell.err());
    JsonNode found = new ObjectMapper().readTree(shell.out());
    assertEquals("quectel-bg95", found.path("hardwareProfile").asText());
    assertTrue(found.path("simulated").asBoolean());
  }

  @Test
  void aPlanRunsOnASimulatedDevice() {
    assertEquals(
        0,
        shell.run("accept", "run", "first-boot", "--device", "sim:ec25", "--data", data()),
        () -> shell.out() + shell.err());
  }

  @Test
  void aDeviceThatIsNotOfferedIsWrongUse() {
    assertEquals(2, shell.run("probe", "sim:no-such", "--data", data()));
    assertTrue(shell.err().contains("ec25"), shell.err());
  }

  @Test
  void nothingIsServedToOtherPrograms() {
    Path dir = folder.resolve("b");
    assertEquals(3, shell.run("sim", "serve", "--dir", dir.toString(), "--device", "ec25"));
    assertTrue(shell.err().contains("lab/no-terminals"), shell.err());
    assertFalse(Files.exists(dir));
  }

  private String data() {
    return folder.resolve("d").toString();
  }
}
