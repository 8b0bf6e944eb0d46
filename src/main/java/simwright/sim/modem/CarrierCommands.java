package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The carrier configuration: Quectel's +QMBNCFG, u-blox's +UMNOPROF. A change holds from the next
/// start.
final class CarrierCommands implements Group {
  private final Board board;

  CarrierCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (request.name().equals("+QMBNCFG") && board.carrier().is("mbn")) {
      return Optional.of(files(request));
    }
    if (request.name().equals("+UMNOPROF") && board.carrier().is("umnoprof")) {
      return Optional.of(profile(request));
    }
    return Optional.empty();
  }

  private Say files(Request request) {
    Carrier carrier = board.carrier();
    String value = request.argument(1);
    return switch (request.argument(0).toUpperCase(Locale.ROOT)) {
      case "LIST" -> Say.ok(list(carrier));
      case "AUTOSEL" -> {
        if (value.isEmpty()) {
          yield Say.ok("+QMBNCFG: \"AutoSel\"," + (carrier.automatic() ? 1 : 0));
        }
        carrier.automatic(value.equals("1"));
        yield value.matches("[01]") ? Say.ok() : Say.cme(50);
      }
      case "SELECT" ->
          value.isEmpty()
              ? Say.ok("+QMBNCFG: \"Select\",\"" + carrier.file() + "\"")
              : carrier.file(value) ? Say.ok() : Say.cme(50);
      case "DEACTIVATE" -> Say.ok();
      default -> Say.cme(50);
    };
  }

  private static List<String> list(Carrier carrier) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Carrier.FILES.size(); i++) {
      String name = Carrier.FILES.get(i);
      int chosen = name.equals(carrier.file()) ? 1 : 0;
      lines.add(
          String.format(
              Locale.ROOT,
              "+QMBNCFG: \"List\",%d,%d,%d,\"%s\",0x0501081F,202101011",
              i,
              chosen,
              chosen,
              name));
    }
    return lines;
  }

  private Say profile(Request request) {
    if (request.isRead()) {
      return Say.ok("+UMNOPROF: " + board.carrier().profile());
    }
    if (request.isTest()) {
      return Say.ok("+UMNOPROF: (0-6,19-21,90,100)");
    }
    if (!request.argument(0).matches("[0-6]|19|2[01]|90|100")) {
      return Say.cme(50);
    }
    board.carrier().profile(Integer.parseInt(request.argument(0)));
    return Say.ok();
  }
}
