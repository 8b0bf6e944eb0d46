package simwright.rsp.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import simwright.audit.Classes;

/// A job keeps its one connection for as long as the card takes, whatever Java's own patience is.
class KeptConnectionTest {
  @Test
  void aPauseLongerThanJavasPatienceDoesNotSplitAJob() throws Exception {
    ProcessBuilder program = Classes.program(KeptConnection.class.getName());
    program.command().add(1, "-Djdk.httpclient.keepalive.timeout=1");
    Process child = program.redirectErrorStream(true).start();
    try {
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(child.waitFor(60, TimeUnit.SECONDS), said);
      assertTrue(said.contains("done done connections: 1"), said);
    } finally {
      child.destroyForcibly();
    }
  }
}
