package simwright.link;

/// What a port is for, by facts about its USB ids and interface number.
public enum PortRole {
  /// The port for AT commands.
  AT_PRIMARY,
  /// Another port that answers AT commands.
  AT_SECONDARY,
  /// Diagnostics; not to be opened.
  DIAGNOSTIC,
  /// Position data.
  NMEA,
  /// Point-to-point data.
  DATA,
  /// A card reader.
  CARD_READER,
  /// Never to be opened.
  IGNORE,
  /// Nothing is known; opened only when a person asks.
  UNKNOWN
}
