package simwright.contract;

import simwright.link.ByteLink;
import simwright.link.LinkAddress;

class MemoryLinkTest extends ByteLinkContract {
  @Override
  protected ByteLink connect(Script script) {
    MemoryLink link = new MemoryLink(LinkAddress.parse("memory:test"), time);
    time.start("far end", () -> link.farEnd().play(script, plenty()));
    return link;
  }
}
