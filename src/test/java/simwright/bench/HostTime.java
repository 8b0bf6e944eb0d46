package simwright.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import simwright.identity.Iccid;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.time.Deadline;

/// How long this program needs between the answer to an APDU and the next APDU of a download over
/// AT: from the read that brought the last of the answer to the write of the next line. Neither
/// line nor card is in it; transcript, engine, decoding and the log are.
final class HostTime {
  private static final int DEVICES = 12;
  private static final int WARM = 6;
  private static final byte[] COMMAND = "AT+CGLA=".getBytes(StandardCharsets.US_ASCII);

  private HostTime() {}

  static List<Figure> figures() throws IOException {
    Path folder = Scratch.folder("host-time");
    Gaps gaps = new Gaps();
    try (ServedCards cards =
        new ServedCards(folder, DEVICES, "ec25", (links, time) -> gaps.around(links))) {
      List<String> ids = cards.ids();
      for (int i = 0; i < DEVICES; i++) {
        if (i == WARM) {
          gaps.micros.clear();
        }
        Iccid unused = cards.installed(cards.begin(ids.get(i)));
      }
      List<Double> sorted = gaps.micros.stream().sorted().toList();
      double median = RoundTrip.median(sorted) / 1e3;
      double slow = sorted.get((int) (sorted.size() * 0.95)) / 1e3;
      return List.of(
          Figure.reported("APDUs measured", sorted.size(), ""),
          Figure.atMost(0.3, "host time of an APDU, median", median, "ms"),
          Figure.reported("host time of an APDU, 95 of 100 within", slow, "ms"));
    } finally {
      Scratch.delete(folder);
    }
  }

  /// Gathers the gaps of all links.
  private static final class Gaps {
    private final ConcurrentLinkedQueue<Double> micros = new ConcurrentLinkedQueue<>();

    LinkProvider around(LinkProvider links) {
      return new LinkProvider() {
        @Override
        public String scheme() {
          return links.scheme();
        }

        @Override
        public List<PortInfo> list() {
          return links.list();
        }

        @Override
        public ByteLink open(LinkAddress address, LinkSettings settings) {
          return new Watched(links.open(address, settings));
        }
      };
    }

    private final class Watched implements ByteLink {
      private final ByteLink link;
      private volatile long read;

      Watched(ByteLink link) {
        this.link = link;
      }

      @Override
      public LinkAddress address() {
        return link.address();
      }

      @Override
      public int read(byte[] buffer, Deadline deadline) {
        int n = link.read(buffer, deadline);
        if (n > 0) {
          read = System.nanoTime();
        }
        return n;
      }

      @Override
      public void write(byte[] bytes, Deadline deadline) {
        long since = read;
        if (since != 0 && begins(bytes)) {
          micros.add((System.nanoTime() - since) / 1e3);
        }
        link.write(bytes, deadline);
      }

      private static boolean begins(byte[] bytes) {
        return bytes.length > COMMAND.length
            && java.util.Arrays.equals(bytes, 0, COMMAND.length, COMMAND, 0, COMMAND.length);
      }

      @Override
      public void close() {
        link.close();
      }
    }
  }
}
