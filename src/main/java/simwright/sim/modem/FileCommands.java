package simwright.sim.modem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.sim.modem.Storage.Credential;

/// The files, certificates and keys that a modem keeps, as its maker has them listed and deleted:
/// Quectel's +QFLST, u-blox's +ULSTFILE and +USECMNG, Nordic's %CMNG, SIMCom's +CCERTLIST. A family
/// whose profile names none has none.
final class FileCommands implements Group {
  private static final int FILE_NOT_FOUND = 405;
  private static final String HASH = "0F".repeat(32);

  private final Board board;

  FileCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    String name = request.name();
    boolean known =
        List.of("files", "files_delete", "certificates", "certificates_delete").stream()
            .anyMatch(slot -> board.who().has(slot, name));
    if (!known) {
      return Optional.empty();
    }
    Storage storage = board.storage();
    return switch (name) {
      case "+QFLST" -> Optional.of(quectel(storage));
      case "+QFDEL" -> Optional.of(deleteFile(request, storage, FILE_NOT_FOUND));
      case "+ULSTFILE" -> Optional.of(ublox(storage));
      case "+UDELFILE" -> Optional.of(deleteFile(request, storage, 22));
      case "+USECMNG" -> Optional.of(security(request, storage));
      case "%CMNG" -> Optional.of(nordic(request, storage));
      case "+CCERTLIST" ->
          Optional.of(
              Say.ok(
                  storage.credentials().stream()
                      .map(each -> "+CCERTLIST: \"" + each.name() + "\"")
                      .toList()));
      case "+CCERTDELE" -> Optional.of(delete(storage, "", request.argument(0)));
      default -> Optional.empty();
    };
  }

  /// What somebody left who used the modem before.
  void used() {
    boolean files = !board.who().profile().slot("files").isEmpty();
    boolean certificates = !board.who().profile().slot("certificates").isEmpty();
    Storage storage = board.storage();
    if (files) {
      storage.files().put("cacert.pem", 1216);
      storage.files().put("settings.txt", 120);
    }
    if (certificates) {
      boolean numbered = board.who().has("certificates", "%CMNG");
      storage
          .credentials()
          .add(new Credential(numbered ? "0" : "CA", numbered ? "16842753" : "ca"));
    }
  }

  private static Say quectel(Storage storage) {
    return Say.ok(
        storage.files().entrySet().stream()
            .map(each -> "+QFLST: \"" + each.getKey() + "\"," + each.getValue())
            .toList());
  }

  /// All names in one line; a bare line where there are none.
  private static Say ublox(Storage storage) {
    return Say.ok(
        "+ULSTFILE: "
            + storage.files().keySet().stream()
                .map(each -> "\"" + each + "\"")
                .collect(Collectors.joining(",")));
  }

  private static Say deleteFile(Request request, Storage storage, int absent) {
    String name = request.argument(0);
    if (name.equals("*") && request.name().equals("+QFDEL")) {
      storage.files().clear();
      return Say.ok();
    }
    return storage.files().remove(name) == null ? Say.cme(absent) : Say.ok();
  }

  private static Say security(Request request, Storage storage) {
    return switch (request.argument(0)) {
      case "3" ->
          Say.ok(
              storage.credentials().stream()
                  .map(each ->
                      "+USECMNG: \""
                          + each.type()
                          + "\",\""
                          + each.name()
                          + "\",\"Root\",\"2035/01/01\"")
                  .toList());
      case "2" -> delete(storage, request.argument(1), request.argument(2));
      default -> Say.cme(50);
    };
  }

  private static Say nordic(Request request, Storage storage) {
    return switch (request.argument(0)) {
      case "1" ->
          Say.ok(
              storage.credentials().stream()
                  .map(each -> "%CMNG: " + each.name() + "," + each.type() + ",\"" + HASH + "\"")
                  .toList());
      case "3" -> delete(storage, request.argument(2), request.argument(1));
      default -> Say.cme(50);
    };
  }

  /// u-blox takes a type by number or name.
  private static Say delete(Storage storage, String type, String name) {
    List<String> types = List.of("CA", "CC", "PK");
    boolean number = type.matches("[0-2]");
    boolean gone =
        storage
            .credentials()
            .removeIf(each ->
                each.name().equals(name)
                    && (type.isEmpty()
                        || each.type().equals(type.toUpperCase(Locale.ROOT))
                        || number && types.get(Integer.parseInt(type)).equals(each.type())));
    return gone ? Say.ok() : Say.cme(22);
  }
}
