package simwright.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Whoever writes while the cable is pulled hears that, and not that the port is closed behind it.
class PulledPortTest {
  @TempDir private Path folder;

  /// A link whose write hangs until it is closed, and which is gone when `pulled` is counted down.
  private static final class Hanging implements LinkProvider, ByteLink {
    final CountDownLatch writing = new CountDownLatch(1);
    final CountDownLatch pulled = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public String scheme() {
      return "hanging";
    }

    @Override
    public List<PortInfo> list() {
      return List.of();
    }

    @Override
    public ByteLink open(LinkAddress address, LinkSettings settings) {
      return this;
    }

    @Override
    public LinkAddress address() {
      return new LinkAddress("hanging", "modem");
    }

    @Override
    public int read(byte[] buffer, Deadline deadline) {
      return await(pulled, deadline) ? -1 : 0;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
      writing.countDown();
      assertTrue(await(closed, deadline), "it was never closed");
      throw new Fault(LinkCodes.CLOSED, "writing", address().toString());
    }

    @Override
    public void close() {
      closed.countDown();
    }

    private static boolean await(CountDownLatch latch, Deadline deadline) {
      try {
        return latch.await(deadline.leftMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  @Test
  void theCableThatWasPulledIsTold() throws Exception {
    Hanging link = new Hanging();
    try (SystemTime time = new SystemTime();
        Links links = new Links(List.of(link), folder, address -> true, time);
        Port port = links.open(link.address(), LinkSettings.USUAL)) {
      CompletableFuture<Fault> ended = new CompletableFuture<>();
      port.start(
          new Receiver() {
            @Override
            public void received(byte[] bytes, int count) {}

            @Override
            public void ended(Fault reason) {
              ended.complete(reason);
            }
          });
      CompletableFuture<Fault> wrote = new CompletableFuture<>();
      Deadline deadline = time.deadline(Duration.ofSeconds(20));
      time.start(
          "writer",
          () ->
              wrote.complete(
                  assertThrows(Fault.class, () -> port.send(new byte[] {'A'}, deadline))));
      assertTrue(link.writing.await(20, TimeUnit.SECONDS));
      link.pulled.countDown();
      assertEquals(LinkCodes.GONE, wrote.get(20, TimeUnit.SECONDS).code());
      assertEquals(LinkCodes.GONE, ended.get(20, TimeUnit.SECONDS).code());
    }
  }
}
