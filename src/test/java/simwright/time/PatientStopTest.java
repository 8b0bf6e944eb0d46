package simwright.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simwright.audit.Classes;

/// A program that leaves something in order is told to stop: once it goes on, twice it ends at
/// once.
@Timeout(60)
class PatientStopTest {
  @Test
  void onlyASecondSignalBreaksItOff() throws IOException, InterruptedException {
    assumeTrue(
        !System.getProperty("os.name").startsWith("Windows"), "there, a program is only killed");
    Process program = Classes.program("simwright.time.Patient").redirectErrorStream(true).start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      says(said, "at work");
      program.toHandle().destroy();
      says(said, "wish");
      says(said, "late");
      assertTrue(program.isAlive(), "it is still at work");
      program.toHandle().destroy();
      assertTrue(program.waitFor(20, TimeUnit.SECONDS), "it ends");
      assertEquals(4, program.exitValue());
    } finally {
      program.destroyForcibly();
    }
  }

  private static void says(BufferedReader said, String words) throws IOException {
    String line = said.readLine();
    while (line != null && !line.equals(words)) {
      line = said.readLine();
    }
    assertEquals(words, line);
  }
}
