package simwright.euicc;

import java.util.List;
import java.util.Optional;
import simwright.apdu.CardChannel;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// The session with the ISD-R that is selected on a channel: functions go out as STORE DATA in
/// blocks (SGP.22 clause 5.7.2), whole answers come back. The channel below knows 61xx and 6Cxx.
public final class IsdR {
  /// Where most cards have it.
  public static final Octets AID = Octets.hex("A0000005591010FFFFFFFF8900000100");

  /// The largest block.
  public static final int LARGEST = 255;

  private static final int LAST = 0x91;
  private static final int MORE = 0x11;
  private static final int STORE_DATA = 0xe2;
  private static final int CLASS = 0x80;

  private final CardChannel channel;
  private final int block;

  /// Over a channel on which the ISD-R is selected, in blocks of at most so many bytes, 1 to 255.
  public IsdR(CardChannel channel, int block) {
    if (block < 1 || block > LARGEST) {
      throw new IllegalArgumentException("no block size: " + block);
    }
    this.channel = channel;
    this.block = block;
  }

  /// Carries out a function.
  public <R> R send(CardRequest<R> request, Deadline deadline) {
    Octets data = store(request.function(), request.request().raw(), deadline);
    Tlv answer = Tlv.read(data);
    if (!answer.tag().equals(request.answerTag())) {
      throw new Fault(
          EuiccCodes.ANSWER, request.function(), "the card", "tag " + answer.tag(), null);
    }
    return request.answer(answer);
  }

  /// ES10b.LoadBoundProfilePackage (SGP.22 clause 5.7.6): sends the segments until the card says
  /// what came of it; each segment has its own deadline, made by `deadlines`.
  public InstallationResult load(
      BoundProfilePackage bound, Deadlines deadlines, Progress progress) {
    List<Octets> segments = bound.segments();
    Octets said = Octets.NONE;
    for (int i = 0; i < segments.size() && said.isEmpty(); i++) {
      progress.at("load", i, segments.size());
      said = store("ES10b.LoadBoundProfilePackage", segments.get(i), deadlines.next());
    }
    Optional<Tlv> result = said.isEmpty() ? Optional.empty() : Optional.of(Tlv.read(said));
    return result
        .filter(tlv -> tlv.tag().equals(InstallationResult.TAG))
        .map(InstallationResult::read)
        .orElseThrow(
            () -> new Fault(EuiccCodes.ANSWER, "ES10b.LoadBoundProfilePackage", "the card"));
  }

  /// Makes the deadline of the next segment.
  @FunctionalInterface
  public interface Deadlines {
    /// A fresh one.
    Deadline next();
  }

  private Octets store(String function, Octets data, Deadline deadline) {
    int blocks = Math.max(1, (data.length() + block - 1) / block);
    Response response = Response.of(0x9000);
    for (int i = 0; i < blocks; i++) {
      Octets part = data.part(i * block, Math.min(data.length(), (i + 1) * block));
      boolean last = i == blocks - 1;
      Command command = Command.of(CLASS, STORE_DATA, last ? LAST : MORE, i & 0xff).with(part);
      response = channel.transmit(last ? command.expecting(256) : command, deadline);
      Response unused = response.done(function, "the card");
    }
    return response.data();
  }
}
