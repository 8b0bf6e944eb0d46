package simwright.at.command;

import simwright.at.sms.Tpdu;

/// A stored message in PDU mode: its place, its status (0 received and unread, 1 read, 2 unsent, 3
/// sent; 3GPP TS 27.005 clause 3.1) and the message.
public record StoredMessage(int index, int status, Tpdu message) {}
