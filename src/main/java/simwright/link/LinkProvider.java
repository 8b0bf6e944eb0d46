package simwright.link;

import java.util.List;

/// A transport: lists its ports and opens one. Only `Links` calls `open`, so that every link has
/// its transcript.
public interface LinkProvider {
  /// The URI scheme it serves.
  String scheme();

  /// The ports there are now.
  List<PortInfo> list();

  /// Opens exclusively; throws `link/busy`, `link/forbidden`, `link/gone` or `link/unsupported`,
  /// saying who or what to do.
  ByteLink open(LinkAddress address, LinkSettings settings);

  /// Where an address really leads, when another transport carries it; nothing is opened by asking.
  default LinkAddress carried(LinkAddress address) {
    return address;
  }
}
