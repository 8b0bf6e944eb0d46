package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// How full the message stores are, +CPMS? (3GPP TS 27.005 clause 3.2.2).
public record ReadMessageStorage() implements AtCommand<List<ReadMessageStorage.Store>> {
  /// A store (`SM` the card, `ME` the device) with the messages in it and its room.
  public record Store(String name, int used, int total) {}

  @Override
  public String text() {
    return "AT+CPMS?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<List<Store>> parse(List<String> lines) {
    return Lines.fields(lines, "+CPMS").map(ReadMessageStorage::stores);
  }

  private static List<Store> stores(Fields fields) {
    List<Store> stores = new ArrayList<>();
    for (int i = 0; i + 2 < fields.size(); i += 3) {
      if (fields.number(i + 1).isPresent() && fields.number(i + 2).isPresent()) {
        stores.add(
            new Store(
                fields.text(i), fields.number(i + 1).getAsInt(), fields.number(i + 2).getAsInt()));
      }
    }
    return List.copyOf(stores);
  }
}
