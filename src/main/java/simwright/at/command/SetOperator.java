package simwright.at.command;

import simwright.at.CommandClass;
import simwright.identity.Plmn;

/// Chooses an operator, +COPS= (3GPP TS 27.007 clause 7.3): automatically, one by its number, or
/// none. Takes up to two minutes.
public record SetOperator(String arguments) implements Order {
  /// The network's own choice.
  public static SetOperator automatic() {
    return new SetOperator("0");
  }

  /// One network, by its five or six digits.
  public static SetOperator manual(Plmn plmn) {
    return new SetOperator("1,2,\"" + plmn.mcc() + plmn.mnc() + "\"");
  }

  /// Deregistered from all.
  public static SetOperator none() {
    return new SetOperator("2");
  }

  /// Names operators by number instead of name; changes nothing else.
  public static SetOperator byNumber() {
    return new SetOperator("3,2");
  }

  @Override
  public String text() {
    return "AT+COPS=" + arguments;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.OPERATOR;
  }
}
