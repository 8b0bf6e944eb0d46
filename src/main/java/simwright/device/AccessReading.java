package simwright.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.at.AtEngine;
import simwright.at.command.ReadAttachment;
import simwright.at.command.ReadAuthentication;
import simwright.at.command.ReadCardFile;
import simwright.at.command.ReadContextParameters;
import simwright.at.command.ReadContextStates;
import simwright.at.command.ReadContexts;
import simwright.fault.FaultCode;

/// The access points of a device as it has them now: its contexts, whether it is attached where it
/// tells, and those that its card allows where that has a list (EF_ACL); or why its contexts could
/// not be read.
public record AccessReading(
    List<Context> contexts,
    Optional<Boolean> attached,
    Optional<List<String>> allowed,
    Optional<FaultCode> why) {
  /// As many octets as a list of access points that is read may have.
  private static final int LIST = 0;

  /// A context: as it is defined, whether it is active, which access point the network gave, and
  /// how it signs in: the last two where the device tells.
  public record Context(
      int cid,
      String type,
      String apn,
      boolean active,
      Optional<String> granted,
      Optional<ReadAuthentication.SignIn> signIn) {}

  public AccessReading {
    contexts = List.copyOf(contexts);
  }

  /// Reads them, the card's list only where `card`.
  static AccessReading of(AtEngine engine, boolean card) {
    var defined = engine.send(new ReadContexts());
    if (defined.value().isEmpty()) {
      return new AccessReading(List.of(), Optional.empty(), Optional.empty(), defined.code());
    }
    Map<Integer, Boolean> states = engine.send(new ReadContextStates()).value().orElse(Map.of());
    Map<Integer, String> given =
        engine.send(new ReadContextParameters()).value().orElse(List.of()).stream()
            .collect(
                Collectors.toMap(
                    ReadContextParameters.Given::cid,
                    ReadContextParameters.Given::apn,
                    (one, _) -> one));
    Optional<Map<Integer, ReadAuthentication.SignIn>> signIns =
        engine.send(new ReadAuthentication()).value();
    List<Context> contexts =
        defined.value().get().stream()
            .map(each ->
                new Context(
                    each.cid(),
                    each.type(),
                    each.apn(),
                    states.getOrDefault(each.cid(), false),
                    Optional.ofNullable(given.get(each.cid())).filter(apn -> !apn.isEmpty()),
                    signIns.map(
                        all -> all.getOrDefault(each.cid(), new ReadAuthentication.SignIn(0, "")))))
            .toList();
    return new AccessReading(
        contexts,
        engine.send(new ReadAttachment()).value(),
        card ? allowed(engine) : Optional.empty(),
        Optional.empty());
  }

  private static Optional<List<String>> allowed(AtEngine engine) {
    return engine
        .send(ReadCardFile.binary(ReadCardFile.EF_ACL, LIST))
        .value()
        .filter(ReadCardFile.Content::done)
        .map(ReadCardFile::allowed)
        .filter(each -> !each.isEmpty());
  }

  /// The context of a number.
  public Optional<Context> context(int cid) {
    return contexts.stream().filter(each -> each.cid() == cid).findFirst();
  }
}
