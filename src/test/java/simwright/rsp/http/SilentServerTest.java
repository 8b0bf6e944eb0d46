package simwright.rsp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.rsp.RemoteFunction;
import simwright.rsp.RspCodes;
import simwright.rsp.Shape;
import simwright.rsp.trust.Forge;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.time.Deadline;
import simwright.time.SystemTime;
import simwright.time.Time;
import simwright.time.TurnedTime;

/// A server that takes a request and says nothing: a person need not wait for it, and nobody waits
/// longer than for one that speaks slowly.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SilentServerTest {
  private static final String HOST = "smdp.example.test";
  private static final Forge.Made ROOT = Forge.root("CN=CI").make();
  private static final Trust TRUST = new Trust(List.of(ROOT.certificate()));
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final RemoteFunction<String, String> FUNCTION =
      RemoteFunction.es9(
          "initiateAuthentication",
          new Shape<>(fields -> "", (text, fields) -> {}),
          new Shape<>(fields -> "done", (text, fields) -> {}));

  private static RspClient client(LoopbackServer server, Time time) {
    return new RspClient(
        new RspClient.Peer(HOST, Role.DP_TLS, Way.to(server.address())), TRUST, time);
  }

  private static Fault called(RspClient client, Deadline deadline, Cancel cancel) {
    return assertThrows(Fault.class, () -> client.call(FUNCTION, "", deadline, cancel));
  }

  @Test
  void itIsLeftAtOnceWhereThePersonWantsToStop() throws Exception {
    try (SystemTime time = new SystemTime();
        LoopbackServer server =
            LoopbackServer.tls(Forge.tls(ROOT, HOST).make(), "", time).holding();
        RspClient client = client(server, time)) {
      Cancel cancel = new Cancel();
      var unused = time.after(Duration.ofMillis(300), "person", cancel::request);
      Fault left = called(client, time.deadline(LONG), cancel);
      assertEquals(Cancel.CANCELLED, left.code());
      assertEquals(HOST, left.where());
      assertEquals(
          Cancel.CANCELLED, called(client, time.deadline(LONG), cancel).code(), "nothing is sent");
      assertEquals(1, server.met());
    }
  }

  @Test
  void itsSilenceEndsBeforeTheTimeOfAWholeAnswer() throws Exception {
    try (SystemTime real = new SystemTime();
        LoopbackServer server =
            LoopbackServer.tls(Forge.tls(ROOT, HOST).make(), "", real).holding()) {
      TurnedTime time = new TurnedTime(real.now());
      try (RspClient client = client(server, time)) {
        CompletableFuture<Fault> said = new CompletableFuture<>();
        var unused =
            time.start(
                "caller", () -> said.complete(called(client, time.deadline(LONG), new Cancel())));
        time.sleep(Duration.ofSeconds(31));
        Fault late = said.get();
        assertEquals(RspCodes.TIMEOUT, late.code());
        assertEquals("it said nothing for 30 s", late.evidence().orElseThrow());
      }
    }
  }

  @Test
  void whatComesSlowlyIsNoSilence() throws Exception {
    try (SystemTime real = new SystemTime()) {
      TurnedTime time = new TurnedTime(real.now());
      Hearing hearing = new Hearing(time);
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Boolean> heard = new CompletableFuture<>();
      Duration silence = Duration.ofSeconds(30);
      var unused =
          time.start(
              "caller",
              () -> heard.complete(hearing.until(over::get, silence, time.deadline(LONG))));
      for (int piece = 0; piece < 4; piece++) {
        time.sleep(Duration.ofSeconds(20));
        hearing.heard();
      }
      over.set(true);
      hearing.heard();
      assertTrue(heard.get());
    }
  }
}
