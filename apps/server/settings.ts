import type { BulkParameters } from '#bulk';
import type { Elsewhere, MessageAnswer, Sender } from '#exchange';
import type { CertificateReader, Http, Rates, Refusal, TlsEnd } from '#http';
import type { WebhookParameters } from '#notices';
import type { Database } from '#postgres';
import type { CodeLists } from '#registry';
import type { SignaturePolicy } from '../../modules/exchange/wiring.ts';
import type { MailServerSettings } from '../../modules/notifications/wiring.ts';
import type { PaymentDataLink } from '../../modules/payment-data/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { CustomsSettings } from './customs.ts';
import type { EnterpriseBook } from './enterprise-book.ts';

/** What the platform lends to what stands beside it. */
export interface AnnexParts {
  readonly database: Database;
  readonly now: () => Date;
  /** returnTime of a receipt: YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  readonly enterprises: EnterpriseBook;
  readonly codeLists: CodeLists;
  readonly taxBook: TaxBook;
  /** Takes in a message that came by another way than HTTP. */
  readonly take: (bytes: Buffer, sender: Sender) => Promise<MessageAnswer>;
  /** To be told after a commit whose receipts it holds. */
  readonly receiptsWritten: (recipients: Iterable<string>) => void;
  readonly fault: (error: unknown, what: string) => void;
}

/** Something a server may have beside the platform, with routes of its own: a sandbox. */
export interface Annex {
  /** Asked first of every message that is handed in. */
  readonly elsewhere: Elsewhere;
  /** Adds its routes before the server listens. */
  register(app: Http): Promise<void>;
  /** Called when the server listens. */
  start(): Promise<void>;
  /** Called when the server no longer takes requests. */
  stop(): Promise<void>;
}

/** Where webhooks may go besides the open network, and what tests set. */
export interface WebhookSettings {
  /** The operator's own networks, e.g. `10.20.0.0/16`; `loopback` to try things out. */
  readonly networks?: readonly string[];
  /** In place of the parameters of the day. */
  readonly parameters?: Partial<WebhookParameters>;
}

/** What tests set of bulk files. */
export interface BulkFileSettings {
  /** In place of the parameters of the day. */
  readonly parameters?: Partial<BulkParameters>;
  readonly lookMs?: number;
}

/** What demonstrations and tests set of tax bills. */
export interface TaxBillTimes {
  /** In place of the parameter of the day. */
  readonly toldAfterMs?: number;
}

/** What a server is started with. */
export interface ServerSettings {
  readonly database: Database;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Default: this machine only. */
  readonly host?: string;
  /** The clock; default the machine's. */
  readonly now?: () => Date;
  readonly taxBills?: TaxBillTimes;
  /** Everyone may read: for a demonstration with made-up people only. */
  readonly demo?: boolean;
  /** Where people reach the platform, `https://zone.example`; without it, the address a request came by counts. */
  readonly publicUrl?: string | undefined;
  /** Whether this is a sandbox, where all is made up. */
  readonly sandbox?: boolean;
  /** Where the sandbox of this platform is; of a sandbox, its platform. People are offered to go there. */
  readonly otherSide?: string | undefined;
  /** Browsers send sessions by HTTPS only: for a server behind a proxy that speaks it. */
  readonly secureCookies?: boolean;
  /** In place of the rulebook's time for papers, milliseconds. */
  readonly paperWaitMs?: number;
  /** In place of chance, the secret of draws (64 hexadecimal characters): for tests that must draw the same again. */
  readonly drawSecret?: () => string;
  /** How often overdue lists are looked for, milliseconds. */
  readonly sweepMs?: number;
  /** Where customs is answered about payments, and by whose keys; without it, it is not answered. */
  readonly paymentData?: PaymentDataLink;
  /** Folder of the certificates that are trusted. Without one issuers are not judged; where signatures are required, none is trusted. */
  readonly trustFolder?: string;
  /** In place of the rulebook's word on signatures. */
  readonly signaturePolicy?: SignaturePolicy;
  /** Made with the platform's parts; never in production. */
  readonly annex?: (parts: AnnexParts) => Annex;
  /** Customs decides, over its own channel; absent: the platform's rules decide. */
  readonly customs?: CustomsSettings | undefined;
  /** Where webhooks may go besides the open network. */
  readonly webhooks?: WebhookSettings;
  /** The operator's own networks in which agencies' sign-ins may lie, e.g. `10.20.0.0/16`; `loopback` to try things out. */
  readonly agencyNetworks?: readonly string[];
  /** The mail server; without it, or without `publicUrl`, no mail is sent. */
  readonly mail?: MailServerSettings | undefined;
  /** Addresses and networks of proxies in front, whose word on where a caller comes from is taken. */
  readonly proxies?: readonly string[];
  /** In place of the parameters of the day. */
  readonly rates?: Rates;
  readonly bulk?: BulkFileSettings;
  /** Makes the server speak TLS; it is for who started it to end it. */
  readonly tls?: TlsEnd;
  /** The certificate a request came with, where programs are asked for one. */
  readonly certificateOf?: CertificateReader['of'] | undefined;
  /** Told of what was refused to callers; default the log. */
  readonly refused?: (refusal: Refusal) => void;
  /** Told of faults, once each. */
  readonly fault?: (error: unknown, what: string) => void;
}
