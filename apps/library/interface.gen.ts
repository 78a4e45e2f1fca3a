// Written by `npm run openapi` from the description of the interface; do not edit it by hand.

/** Every schema of the interface, by its name in the description. */
export interface Schemas {
  Account: {
    readonly accountId: string;
    readonly login: string;
    readonly displayName: string;
    readonly role: "enterprise" | "operator" | "officer" | "consumer" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator";
    readonly customsCode: string | null;
    readonly member: "reader" | "clerk" | "administrator" | null;
    readonly agency: "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex" | null;
    readonly office: string | null;
    readonly staffNumber: string | null;
    /** proposed: waits for a security administrator; closed: for good. */
    readonly state: "proposed" | "active" | "locked" | "closed";
    /** Account id, the command line, or `agency:` and the id of its sign-in. */
    readonly madeBy: string;
    readonly madeAt: string;
    readonly approvedBy: string | null;
    readonly approvedAt: string | null;
  };
  AccountBook: {
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** Customs code of an enterprise. */
    readonly owner: string;
    readonly tradeMode: "1210" | "1239";
    readonly customsCode: string;
    readonly areaCode: string;
    readonly areaName: string;
    /** YYYY-MM-DD, in China. */
    readonly openedOn: string;
    /** Last day of the book. */
    readonly validTo: string;
  };
  AccountBooks: {
    readonly books: readonly Schemas['AccountBook'][];
    readonly next?: string;
  };
  AccountChange: {
    readonly displayName?: string;
    /** What a member of an enterprise may do there. */
    readonly member?: "reader" | "clerk" | "administrator";
  };
  AccountEvent: {
    readonly seq: string;
    readonly at: string;
    readonly kind: string;
    readonly accountId: string | null;
    readonly login: string | null;
    readonly actor: string | null;
    /** Name of the account, as it is now. */
    readonly accountName: string | null;
    /** Of who did it, where that is an account. */
    readonly actorLogin: string | null;
    readonly actorName: string | null;
    readonly address: string | null;
    readonly detail: {

    } | null;
  };
  AccountEventsPage: {
    readonly events: readonly Schemas['AccountEvent'][];
    readonly next?: string;
  };
  AccountRow: {
    readonly accountId: string;
    readonly login: string;
    readonly displayName: string;
    readonly role: "enterprise" | "operator" | "officer" | "consumer" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator";
    readonly customsCode: string | null;
    readonly member: "reader" | "clerk" | "administrator" | null;
    readonly agency: "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex" | null;
    readonly office: string | null;
    readonly staffNumber: string | null;
    /** proposed: waits for a security administrator; closed: for good. */
    readonly state: "proposed" | "active" | "locked" | "closed";
    /** Account id, the command line, or `agency:` and the id of its sign-in. */
    readonly madeBy: string;
    readonly madeAt: string;
    readonly approvedBy: string | null;
    readonly approvedAt: string | null;
    readonly lastSeenAt: string | null;
    readonly hasSecondFactor: boolean;
  };
  AccountSessions: {
    readonly sessions: readonly ({
      readonly sessionId: string;
      readonly factors: readonly ("password" | "totp" | "recovery-code" | "passkey" | "key" | "agency" | "agency-factor")[];
      readonly openedAt: string;
      readonly lastSeenAt: string;
      readonly endsAt: string;
      readonly address: string;
      readonly browser: string;
    })[];
  };
  AccountWish: {
    readonly login: string;
    readonly displayName: string;
    readonly role: "enterprise" | "operator" | "officer" | "consumer" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator";
    readonly customsCode?: string;
    /** What a member of an enterprise may do there. */
    readonly member?: "reader" | "clerk" | "administrator";
    readonly agency?: "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex";
    readonly office?: string;
    readonly staffNumber?: string;
  };
  AccountsPage: {
    readonly accounts: readonly Schemas['AccountRow'][];
    readonly next?: string;
  };
  Advice: {
    readonly day: string;
    /** Null where none is lawful for sure. */
    readonly advised: string | null;
    readonly missing: readonly string[];
    /** The lawful ones first, the one advised at their head. */
    readonly modes: readonly Schemas['ModeAdvice'][];
  };
  AgenciesOfList: {
    readonly questions: readonly ({
      /** As `AgencyName`. */
      readonly agency: string;
      readonly attempt: number;
      /** void: the list was sent back, withdrawn or declared anew before the agency had spoken. */
      readonly state: "waiting" | "positive" | "negative" | "void";
      /** engine: the table of requirements; live: the agency over its link; officer: one of its officers here; inspection: what was found of what the officer had inspected; certificate: one that is recognised for it. */
      readonly judge: "engine" | "live" | "officer" | "inspection" | "certificate";
      readonly since: string;
      /** The rows of the table of requirements that the decision answers. */
      readonly asked: readonly {
        readonly id: string;
        readonly why: Schemas['Bilingual'];
      }[];
      readonly decidedAt?: string;
      readonly overdue: boolean;
      /** Ground on which it is inspected for the agency. */
      readonly inspecting?: string;
    })[];
    readonly decisions: readonly ({
      /** As `AgencyName`. */
      readonly agency: string;
      readonly attempt: number;
      /** inspect: the agency has the list inspected, and what is found becomes its word. */
      readonly word: "positive" | "negative" | "inspect";
      /** engine: the table of requirements; live: the agency over its link; officer: one of its officers here; inspection: what was found of what the officer had inspected; certificate: one that is recognised for it. */
      readonly judge: "engine" | "live" | "officer" | "inspection" | "certificate";
      readonly reason: string;
      readonly at: string;
    })[];
    /** The latest first, 200 at most. */
    readonly sendings: readonly ({
      /** As `AgencyName`. */
      readonly agency: string;
      /** desk: shown to an officer of it here. */
      readonly way: "link" | "desk";
      /** Ids of the requirements it served. */
      readonly why: string;
      readonly fields: readonly string[];
      /** SHA-256 of what went. */
      readonly digest: string;
      readonly at: string;
    })[];
    readonly now: string;
  };
  AgenciesOffered: {
    readonly agencies: readonly Schemas['AgencyOffered'][];
  };
  /** customs: 海关 */
  Agency: "customs";
  AgencyAnswer: {
    /** As it came back from the agency. */
    readonly state: string;
    readonly code?: string;
    readonly iss?: string;
    readonly error?: string;
    readonly error_description?: string;
  };
  AgencyAnswers: {
    readonly answers: readonly ({
      readonly arrivedAt: string;
      readonly type: string;
      readonly returnStatus: string;
      readonly returnTime: string;
      readonly returnInfo: string;
      /** Its fields as they came. */
      readonly body: Readonly<Record<string, unknown>>;
      /** late: a newer one came before it; unmatched: nobody knows what it speaks of. */
      readonly standing: "taken" | "late" | "unmatched";
      readonly findings: readonly Schemas['Finding'][];
      readonly sender?: string;
      readonly messageId?: string;
    })[];
    readonly next?: string;
  };
  AgencyBinding: {
    readonly identityId: string;
    readonly providerId: string;
    readonly subject: string;
    readonly accountId: string;
    readonly state: "proposed" | "active";
    readonly madeBy: string;
    readonly madeAt: string;
    readonly confirmedBy: string | null;
    readonly confirmedAt: string | null;
    readonly lastUsedAt: string | null;
    readonly login: string;
    readonly displayName: string;
    readonly accountState: "proposed" | "active" | "locked" | "closed";
  };
  AgencyBindingMade: {
    readonly identityId: string;
  };
  AgencyBindingWish: {
    readonly providerId: string;
    /** The agency's own word for the person, `sub`. */
    readonly subject: string;
    readonly accountId: string;
  };
  AgencyBindings: {
    readonly identities: readonly Schemas['AgencyBinding'][];
    readonly next?: string;
  };
  AgencyDecisionWish: {
    /** inspect: the agency has the list inspected, and what is found becomes its word. */
    readonly decision: "positive" | "negative" | "inspect";
    /** With `inspect`: a ground of your agency, of the tables of inspections. */
    readonly ground?: string;
    /** Told to the enterprise and to customs; name no person. */
    readonly reason: string;
    /** Of the question as it was seen. */
    readonly attempt: number;
  };
  AgencyDeliveries: {
    readonly deliveries: readonly ({
      readonly deliveryId: string;
      readonly orderNo: string;
      readonly ebpCode: string;
      /** Of the seller; of an export list only, which is named with it. */
      readonly ebcCode?: string;
      readonly attempt: number;
      readonly state: "waiting" | "delivered" | "failed";
      readonly tries: number;
      readonly madeAt: string;
      readonly nextTryAt: string;
      readonly deliveredAt?: string;
      readonly fault?: string;
    })[];
    readonly next?: string;
  };
  AgencyDeliveriesReplayed: {
    /** How many are tried again. */
    readonly replayed: number;
  };
  AgencyFactor: {
    /** As it came back from the agency. */
    readonly state: string;
    readonly code?: string;
    /** In the place of a code. */
    readonly passkey?: Schemas['PasskeyAnswer'];
  };
  AgencyLinkAnswers: {
    readonly answers: readonly ({
      readonly answerId: string;
      readonly deliveryId: string;
      readonly decision: string;
      readonly reason: string;
      readonly saidAt: string;
      readonly arrivedAt: string;
      /** taken: it decided; late: the list or the agency was further by then; unmatched: nothing of the kind was asked. */
      readonly standing: "taken" | "late" | "unmatched";
    })[];
    readonly next?: string;
  };
  AgencyLinkConfirmation: {
    /** Beginning of its addresses: `/deliveries` and `/answers` stand below it. */
    readonly address: string;
  };
  AgencyLinkPause: {
    readonly reason: string;
  };
  AgencyLinkSet: {
    readonly address: string;
    /** To be given as `If-Match` with a change. */
    readonly tag: string;
    readonly changedAt: string;
    /** resting: nothing goes over it; asked: to decide itself, which somebody else has to confirm, and tried meanwhile whether it answers; deciding: the agency decides itself; paused: it does, and what is asked waits for now. */
    readonly standing: "resting" | "asked" | "deciding" | "paused";
    /** Whether you set it last: then you cannot confirm it. */
    readonly own: boolean;
    readonly lastGoodAt?: string;
    readonly failingSince?: string;
    readonly fault?: string;
    readonly judge: "engine" | "live";
    /** Told once, when it is made. */
    readonly secret?: string;
  };
  AgencyLinkWish: {
    /** Beginning of its addresses: `/deliveries` and `/answers` stand below it. */
    readonly address: string;
    /** live is asked for, and counts once somebody else has confirmed it; so is another address of a link that decides. */
    readonly judge: "engine" | "live";
    /** Replaces the secret there is. */
    readonly newSecret?: boolean;
  };
  AgencyLinks: {
    readonly agencies: readonly ({
      readonly agency: Schemas['AgencyName'];
      readonly name: Schemas['Bilingual'];
      /** engine: the table decides, or an officer here; live: the agency is asked over its link. */
      readonly judge: "engine" | "live";
      readonly link?: {
        readonly address: string;
        /** To be given as `If-Match` with a change. */
        readonly tag: string;
        readonly changedAt: string;
        /** resting: nothing goes over it; asked: to decide itself, which somebody else has to confirm, and tried meanwhile whether it answers; deciding: the agency decides itself; paused: it does, and what is asked waits for now. */
        readonly standing: "resting" | "asked" | "deciding" | "paused";
        /** Whether you set it last: then you cannot confirm it. */
        readonly own: boolean;
        readonly lastGoodAt?: string;
        readonly failingSince?: string;
        readonly fault?: string;
      };
      /** Lists that wait for it. */
      readonly waiting: number;
      /** Since when the first of them waits. */
      readonly oldest?: string;
      readonly deliveries: {
        readonly waiting: number;
        readonly failed: number;
      };
    })[];
    readonly now: string;
  };
  /** customs, tax, market, commerce, public-security, post, forex. */
  AgencyName: "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex";
  AgencyOffered: {
    readonly providerId: string;
    readonly name: Schemas['Bilingual'];
  };
  AgencyQuestion: {
    readonly orderNo: string;
    readonly ebpCode: string;
    /** Of the seller; of an export list only, which is named with it. */
    readonly ebcCode?: string;
    readonly attempt: number;
    /** void: the list was sent back, withdrawn or declared anew before the agency had spoken. */
    readonly state: "waiting" | "positive" | "negative" | "void";
    /** engine: the table of requirements; live: the agency over its link; officer: one of its officers here; inspection: what was found of what the officer had inspected; certificate: one that is recognised for it. */
    readonly judge: "engine" | "live" | "officer" | "inspection" | "certificate";
    readonly since: string;
    /** The rows of the table of requirements that the decision answers. */
    readonly asked: readonly {
      readonly id: string;
      readonly why: Schemas['Bilingual'];
    }[];
    readonly decidedAt?: string;
    readonly overdue: boolean;
    /** Ground on which it is inspected for the agency. */
    readonly inspecting?: string;
  };
  AgencyQuestions: {
    /** As `AgencyName`. */
    readonly agency: string;
    readonly questions: readonly Schemas['AgencyQuestion'][];
    readonly next?: string;
    readonly now: string;
  };
  AgencySecret: {
    readonly clientSecret: string;
  };
  AgencySeen: {
    /** Of what was looked at: what was changed since is not confirmed. */
    readonly changedAt: string;
  };
  AgencySignIn: {
    readonly providerId: string;
    readonly shortName: string;
    readonly issuer: string;
    readonly clientId: string;
    readonly settings: {
      /** As the sign-in page shows it. */
      readonly name: {
        readonly zh: string;
        readonly en: string;
      };
      /** `openid` and what else it takes to get the claims. */
      readonly scopes: readonly string[];
      /** Whether claims are also read from userinfo. */
      readonly userInfo: boolean;
      /** Which claim says what. */
      readonly claims: {
        /** Left out where all its people are of one agency. */
        readonly agency?: string;
        readonly office: string;
        /** Staff number. */
        readonly officer: string;
        readonly name: string;
        /** A claim that has to hold a value for somebody to come in at all. */
        readonly right?: {
          readonly claim: string;
          readonly value: string;
        };
      };
      /** Agency by the value of its claim; under `*` where no claim says it. */
      readonly agencies: Readonly<Record<string, "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex">>;
      /** Values any of which says that two factors were shown there. None: ours is asked for besides. */
      readonly twoFactors: {
        readonly acr: readonly string[];
        readonly amr: readonly string[];
      };
      /** Others an ID token may be for besides us. */
      readonly audiences: readonly string[];
    };
    /** proposed: waits for a system administrator. */
    readonly state: "proposed" | "active" | "stopped";
    readonly changedBy: string;
    readonly changedAt: string;
    readonly confirmedBy: string | null;
    readonly confirmedAt: string | null;
    /** What has to be entered at the provider. */
    readonly enter: {
      readonly redirectUri: string;
      readonly signedOutUri: string;
      readonly backChannelUri: string;
    };
  };
  AgencySignInChange: {
    readonly clientId: string;
    readonly settings: {
      /** As the sign-in page shows it. */
      readonly name: {
        readonly zh: string;
        readonly en: string;
      };
      /** `openid` and what else it takes to get the claims. */
      readonly scopes: readonly string[];
      /** Whether claims are also read from userinfo. */
      readonly userInfo: boolean;
      /** Which claim says what. */
      readonly claims: {
        /** Left out where all its people are of one agency. */
        readonly agency?: string;
        readonly office: string;
        /** Staff number. */
        readonly officer: string;
        readonly name: string;
        /** A claim that has to hold a value for somebody to come in at all. */
        readonly right?: {
          readonly claim: string;
          readonly value: string;
        };
      };
      /** Agency by the value of its claim; under `*` where no claim says it. */
      readonly agencies: Readonly<Record<string, "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex">>;
      /** Values any of which says that two factors were shown there. None: ours is asked for besides. */
      readonly twoFactors: {
        readonly acr: readonly string[];
        readonly amr: readonly string[];
      };
      /** Others an ID token may be for besides us. */
      readonly audiences: readonly string[];
    };
  };
  AgencySignInWish: {
    /** Stands in the logins of its people: `c1024@short-name`. */
    readonly shortName: string;
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly settings: {
      /** As the sign-in page shows it. */
      readonly name: {
        readonly zh: string;
        readonly en: string;
      };
      /** `openid` and what else it takes to get the claims. */
      readonly scopes: readonly string[];
      /** Whether claims are also read from userinfo. */
      readonly userInfo: boolean;
      /** Which claim says what. */
      readonly claims: {
        /** Left out where all its people are of one agency. */
        readonly agency?: string;
        readonly office: string;
        /** Staff number. */
        readonly officer: string;
        readonly name: string;
        /** A claim that has to hold a value for somebody to come in at all. */
        readonly right?: {
          readonly claim: string;
          readonly value: string;
        };
      };
      /** Agency by the value of its claim; under `*` where no claim says it. */
      readonly agencies: Readonly<Record<string, "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex">>;
      /** Values any of which says that two factors were shown there. None: ours is asked for besides. */
      readonly twoFactors: {
        readonly acr: readonly string[];
        readonly amr: readonly string[];
      };
      /** Others an ID token may be for besides us. */
      readonly audiences: readonly string[];
    };
  };
  AgencySignIns: {
    readonly providers: readonly Schemas['AgencySignIn'][];
  };
  AgencyTables: {
    readonly projections: readonly ({
      readonly agency: Schemas['AgencyName'];
      readonly document: "order" | "payment" | "waybill" | "declaration" | "decision" | "export";
      readonly field: string;
      /** masked: as on a screen; digest: cannot be turned back, and differs from agency to agency. */
      readonly form: "clear" | "masked" | "digest";
      readonly purpose: Schemas['Bilingual'];
      readonly basis: string;
      readonly rule: string;
      readonly from: string;
      readonly to?: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
    readonly requirements: readonly ({
      readonly id: string;
      readonly agency: Schemas['AgencyName'];
      readonly direction: "import" | "export";
      readonly modes: readonly string[];
      /** Beginnings of commodity codes; any goods where empty. */
      readonly goods: readonly string[];
      readonly origins: readonly string[];
      readonly minValue?: string;
      readonly minQuantity?: string;
      readonly engine: "positive" | "negative" | "officer";
      readonly why: Schemas['Bilingual'];
      readonly rule: string;
      readonly from: string;
      readonly to?: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
  };
  AgencyTrial: {
    readonly steps: readonly ({
      readonly step: "discovery" | "keys" | "pkce" | "credentials" | "sign-out" | "sign-out-by-agency";
      /** weak: signing in works, and this is missing there. */
      readonly went: "good" | "weak" | "bad";
      readonly seen: string;
    })[];
  };
  AlertResolution: {
    readonly kind: "late" | "overdue" | "off-route" | "silent" | "seal-broken" | "seal-missing" | "elsewhere";
    readonly occasion: string;
    readonly reason: string;
  };
  ApiKey: {
    readonly keyId: string;
    /** How its token begins; the rest is shown when it is made. */
    readonly prefix: string;
    readonly label: string;
    /** Left out: all a clerk may do. */
    readonly scopes?: readonly Schemas['KeyScope'][];
    /** Of an operator of the platform. */
    readonly operator: boolean;
    /** ending: another key has taken over, this one works until expiresAt. */
    readonly state: "active" | "ending" | "expired" | "revoked";
    readonly madeAt: string;
    /** Account or key it was made with; left out: by the operator at the command line. */
    readonly madeBy?: string;
    /** Who answers for it: who made it, or owns the key it was made with. What the key asks for this account does not approve. */
    readonly owner?: {
      readonly accountId: string;
      readonly login: string;
      readonly name: string;
    };
    readonly expiresAt?: string;
    /** At most a minute late. */
    readonly lastUsedAt?: string;
    readonly replacedBy?: string;
    readonly revokedAt?: string;
  };
  AssessedIncomeSheet: {
    readonly enterprise: string;
    readonly period: string;
    readonly smallFirm: boolean;
    readonly quarters: readonly {
      readonly quarter: string;
      /** Of exports exempt without invoice, CNY. */
      readonly revenue: string;
      readonly revenueToDate: string;
      readonly taxableIncome: string;
      /** Of the year to date, CNY. */
      readonly incomeTax: string;
      /** Due for the quarters before. */
      readonly before: string;
      readonly due: string;
      /** YYYY-MM-DD, in China. */
      readonly dueOn: string;
      readonly assessedRate: {
        readonly value: string;
        readonly rule: string;
        readonly source: string;
      };
      readonly incomeTaxRate: {
        readonly value: string;
        readonly rule: string;
        readonly source: string;
      };
    }[];
    /** In other currencies: to be converted by its exporter, and not in the sheet. */
    readonly uncounted: readonly {
      /** YYYY-MM-DD, in China. */
      readonly quarter: string;
      readonly currency: string;
      readonly lines: number;
      readonly amount: string;
    }[];
  };
  Attention: {
    readonly items: readonly {
      /** What it is about, e.g. lists-refused; unknown ones may be left out by a reader. */
      readonly kind: string;
      readonly count: number;
      readonly since?: string;
    }[];
    readonly now: string;
  };
  AuditEntries: {
    readonly entries: readonly Schemas['AuditEntry'][];
    readonly next?: string;
  };
  AuditEntry: {
    readonly entryId: string;
    readonly at: string;
    readonly kind: string;
    readonly subject: string;
    /** Id of the account or key that did it. */
    readonly actor: string | null;
    /** Of that account, or of who answers for that key. */
    readonly actorLogin: string | null;
    readonly actorName: string | null;
    /** Name of the key, where it was done with one. */
    readonly actorKey?: string;
    readonly body: {

    };
  };
  B2bRecognition: {
    /** YYYY-MM-DD, in China. */
    readonly day: string;
    /** Absent while facts are missing that decide. */
    readonly verdict?: "9710" | "9810" | "retail" | "general-trade";
    /** Of the order (CEB303). */
    readonly orderType?: "B" | "W";
    readonly by?: {
      readonly code: string;
      readonly sentence: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    };
    /** By list or by full declaration. */
    readonly finish?: {
      readonly route: string;
      readonly hsDigits: number;
      readonly code: string;
      readonly sentence: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    };
    /** What customs must have by then and has not. */
    readonly lacking: readonly ({
      readonly code: string;
      readonly sentence: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
      readonly remedy: Schemas['Bilingual'];
    })[];
    /** Fields of the question that would decide it. */
    readonly missing: readonly string[];
  };
  B2bTrade: {
    /** Today where it is left out. */
    readonly day?: string;
    /** The zone's where it is left out. */
    readonly district?: string;
    readonly shipsTo?: "buyer" | "overseas-warehouse";
    readonly buyer?: "firm" | "consumer";
    /** How it was, or will be, sold. */
    readonly contract?: "platform" | "offline";
    /** CNY of the ticket. */
    readonly value?: string;
    readonly licence?: boolean;
    readonly inspection?: boolean;
    readonly exportDuty?: boolean;
    /** Whether an export refund is wanted. */
    readonly refund?: boolean;
    readonly pilotZone?: boolean;
    /** What customs has already. */
    readonly has?: readonly ("order" | "consignee" | "goods" | "packages" | "grossWeight" | "booking" | "warehouseRegistration" | "waybill" | "receipt")[];
  };
  /** A text for people, in both languages. */
  Bilingual: {
    readonly zh: string;
    readonly en: string;
  };
  /** stock: in the warehouse; display: out on display under guarantee; pending: set aside to leave the book. */
  BookItems: {
    readonly items: readonly {
      /** Number of the goods in the book. */
      readonly itemNo: number;
      readonly itemRecordNo: string;
      /** The enterprise's article number. */
      readonly goodsNo: string;
      readonly gcode: string;
      readonly gname: string;
      /** Unit of the book, of the unit list. */
      readonly unit: string;
      /** CNY a unit. */
      readonly unitValue: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly stock: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly display: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly pending: string;
    }[];
    readonly next?: string;
  };
  BookItemsFiled: {
    readonly filed: number;
    readonly known: number;
  };
  /** In the order they were asked for; what is refused is refused alone. */
  BookMovementAnswers: {
    readonly movements: readonly ({
      readonly outcome: "posted" | "repeated" | "refused";
      /** What lies in stock now. */
      readonly stock?: string;
      readonly finding?: Schemas['Finding'];
    })[];
  };
  BookMovements: {
    readonly movements: readonly ({
      readonly movementNo: string;
      readonly at: string;
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      /** Number of the goods in the book. */
      readonly itemNo: number;
      readonly gname: string;
      readonly kind: "IN" | "OUT" | "RETURN" | "ADJUST" | "DISPLAY" | "MOVE";
      readonly cause: string;
      readonly from: "stock" | "display" | "pending" | null;
      readonly to: "stock" | "display" | "pending" | null;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      readonly reference: string;
      readonly line: number;
      readonly note: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly stockAfter: string;
    })[];
    readonly next?: string;
  };
  BookTransfer: {
    readonly transferId: string;
    /** Number of the account book (emsNo). */
    readonly fromBook: string;
    /** Number of the goods in the book. */
    readonly fromItem: number;
    /** Number of the account book (emsNo). */
    readonly toBook: string;
    /** Number of the goods in the book. */
    readonly toItem: number;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly quantity: string;
    readonly state: "proposed" | "accepted" | "declined" | "withdrawn";
    /** Customs code of an enterprise. */
    readonly sender: string;
    /** Customs code of an enterprise. */
    readonly receiver: string;
    readonly note: string;
    readonly proposedAt: string;
    readonly settledAt?: string;
  };
  BookTransfers: {
    readonly transfers: readonly Schemas['BookTransfer'][];
    readonly next?: string;
  };
  BrokenSeal: {
    /** Number on the seal. */
    readonly sealNo: string;
    readonly note: string;
  };
  BulkBadDocument: {
    /** Its first row, as a spreadsheet program counts. */
    readonly row: number;
    readonly rows: number;
    /** Its business key, in the order of the kind’s `key`. */
    readonly key: readonly string[];
    readonly stage: "reading" | "handing-in";
    readonly findings: readonly ({
      /** Stable code, e.g. CEB-LENGTH or MATCH-BUYER-NAME. */
      readonly code: string;
      readonly level: "structure" | "field" | "business";
      /** In the standard's own names, e.g. Order[2]/OrderHead/buyerName. */
      readonly path: string;
      readonly message: Schemas['Bilingual'];
      readonly remedy: Schemas['Bilingual'];
      readonly rule?: string;
      readonly evidence?: readonly Schemas['Evidence'][];
      readonly row: number;
      /** Letter of the column. */
      readonly column?: string;
      /** Name of the column as it stands in the file. */
      readonly heading?: string;
    })[];
  };
  BulkBadDocuments: {
    readonly documents: readonly Schemas['BulkBadDocument'][];
    readonly next?: number;
  };
  BulkContract: {
    /** Customs code of an enterprise. */
    readonly seller: string;
    readonly contractNo: string;
    readonly buyer: string;
    readonly country: string;
    readonly gcode: string;
    readonly gname: string;
    readonly unit: string;
    readonly quantity: string;
    readonly tolerancePercent: string;
    readonly unitPrice: string;
    readonly currency: string;
    /** YYYY-MM-DD, in China. */
    readonly deliverFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly deliverTo: string;
    readonly state: "open" | "fulfilled" | "ended-short";
    readonly delivered: string;
    /** What may be delivered at most. */
    readonly most: string;
    /** What is enough. */
    readonly least: string;
  };
  BulkContractDetail: {
    /** Customs code of an enterprise. */
    readonly seller: string;
    readonly contractNo: string;
    readonly buyer: string;
    readonly country: string;
    readonly gcode: string;
    readonly gname: string;
    readonly unit: string;
    readonly quantity: string;
    readonly tolerancePercent: string;
    readonly unitPrice: string;
    readonly currency: string;
    /** YYYY-MM-DD, in China. */
    readonly deliverFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly deliverTo: string;
    readonly state: "open" | "fulfilled" | "ended-short";
    readonly delivered: string;
    /** What may be delivered at most. */
    readonly most: string;
    /** What is enough. */
    readonly least: string;
    readonly deliveries: readonly {
      readonly exportNo: string;
      readonly quantity: string;
      /** YYYY-MM-DD, in China. */
      readonly deliveredOn: string;
      readonly total: string;
    }[];
  };
  BulkContractsPage: {
    readonly contracts: readonly Schemas['BulkContract'][];
    readonly next?: string;
  };
  BulkFile: {
    readonly fileId: string;
    readonly kind: string;
    readonly name: string;
    /** `read`: waits for a word, hand in or cancel. `done`: every good document has been answered. `unreadable`: see `findings`. */
    readonly state: "uploading" | "reading" | "read" | "handing-in" | "done" | "unreadable" | "cancelled";
    readonly acceptGood: boolean;
    readonly sizeBytes: number;
    /** The next part begins here. */
    readonly receivedBytes: number;
    /** How far reading has come. */
    readonly readBytes: number;
    readonly madeAt: string;
    readonly changedAt: string;
    readonly endedAt?: string;
    /** Then it is removed with its bad rows, unless something happens to it. */
    readonly keptUntil: string;
    readonly rows: {
      readonly read: number;
      readonly bad: number;
      /** The example of the template, passed over. */
      readonly examples: number;
    };
    readonly documents: {
      readonly good: number;
      readonly bad: number;
      readonly accepted: number;
      /** On file already with the same content. */
      readonly repeated: number;
      /** Good by themselves, and refused when they were handed in. */
      readonly refused: number;
    };
    readonly unknownColumns: readonly string[];
    /** What is wrong with the file as a whole. */
    readonly findings: readonly Schemas['Finding'][];
  };
  BulkFilesPage: {
    readonly files: readonly Schemas['BulkFile'][];
    readonly next?: string;
  };
  BulkKind: {
    /** orders, payments, waybills, lists, goods or purchase-invoices. */
    readonly kind: string;
    readonly name: Schemas['Bilingual'];
    /** Whether a document has goods lines: one row each, rows of one document next to each other with the same key. */
    readonly lines: boolean;
    /** Fields that make the business key. */
    readonly key: readonly string[];
    /** What one must be allowed besides handing in bulk files, as `may` of a session has it. */
    readonly needs?: {
      readonly resource: string;
      readonly action: string;
    };
    readonly columns: readonly ({
      readonly name: string;
      readonly title: Schemas['Bilingual'];
      readonly part: "head" | "line";
      /** `filled`: may be left empty, the platform then fills it in. */
      readonly need: "required" | "filled" | "optional";
      readonly hint: Schemas['Bilingual'];
      /** Codes it may hold; 0 where there is no list. */
      readonly choices: number;
    })[];
  };
  BulkKinds: {
    readonly kinds: readonly Schemas['BulkKind'][];
    readonly mostFileBytes: number;
    /** Bytes of one part of an upload at most. */
    readonly mostPartBytes: number;
  };
  BulkReceived: {
    readonly receivedBytes: number;
    readonly state: string;
  };
  /** open: waits for an officer; asked: its sender is asked; proposed: a second officer has to confirm; closed. */
  CaseState: "open" | "asked" | "proposed" | "closed";
  CertificateRule: {
    /** Keys work beside one of the certificates only. */
    readonly required: boolean;
  };
  CheckedDocument: {
    readonly findings: readonly Schemas['PlacedFinding'][];
    /** Papers on file it was compared with: only for who is a party of the purchase, as others learn that by declaring. */
    readonly compared: readonly ("order" | "payment" | "waybill" | "declaration")[];
    /** Of a list: the tax as its papers have it. The buyer's allowance and the risk are not looked at. */
    readonly tax?: Schemas['TaxView'];
  };
  CheckedPaper: {
    /** A sheet of a list, or the pass of a vehicle. */
    readonly kind: "list" | "tax" | "release" | "pass";
    /** Of a list its platform, of a pass its enterprise. */
    readonly ebpCode: string;
    /** Of a list its order number, of a pass its own. */
    readonly orderNo: string;
    /** As printed; of a pass its state. */
    readonly statusCode: string;
    /** As printed; CNY. */
    readonly taxTotal?: string;
    /** To the minute. */
    readonly printedAt: string;
    /** Whether status and tax are still what the paper says. */
    readonly holds: boolean;
    /** Absent where the list is no longer on the platform. */
    readonly now?: {
      readonly invtNo?: string;
      /** As of a list: waiting, released …; as of a pass: made, passed … */
      readonly state: string;
      readonly statusCode: string;
    };
  };
  CheckedSeals: {
    readonly seals: readonly ({
      /** Number on the seal. */
      readonly sealNo: string;
      readonly found: "intact" | "broken" | "missing";
      readonly note?: string;
    })[];
  };
  Checklist: {
    /** Number of a checklist. */
    readonly checklistNo: string;
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** out: leaves the zone at the second line; in: enters it at the first. */
    readonly direction: "out" | "in";
    /** Customs code of an enterprise. */
    readonly owner: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    readonly state: "made" | "approved" | "passed" | "cancelled";
    /** display: goods that go on display outside the zone, or come back. */
    readonly purpose: "goods" | "display";
    readonly entryNo?: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly grossKg: string;
    readonly lists: number;
    /** Number of a pass. */
    readonly passNo?: string;
    readonly madeAt: string;
    readonly settledAt?: string;
    readonly reason: string;
  };
  Checklists: {
    readonly checklists: readonly Schemas['Checklist'][];
    readonly next?: string;
  };
  ClientCertificate: {
    readonly certificateId: string;
    /** fingerprint: this very certificate; subject: every certificate of this subject that the issuer renews, where the server trusts the issuer. */
    readonly kind: "fingerprint" | "subject";
    readonly label: string;
    readonly subject: string;
    readonly issuer: string;
    readonly fingerprint?: string;
    readonly notAfter: string;
    /** Left out: it is only shown beside a key. */
    readonly scopes?: readonly Schemas['KeyScope'][];
    /** unproven: it has yet to be shown once beside a key of the enterprise. */
    readonly state: "unproven" | "active" | "expired" | "revoked";
    readonly madeAt: string;
    readonly lastUsedAt?: string;
    readonly revokedAt?: string;
  };
  ClientCertificatesPage: {
    readonly certificates: readonly Schemas['ClientCertificate'][];
    readonly required: boolean;
    /** Whether this server asks for certificates at all. */
    readonly asked: boolean;
  };
  /** One code for one period; `confidence` says how sure its source is. */
  CodeEntry: {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    /** YYYY-MM-DD. */
    readonly from?: string;
    /** YYYY-MM-DD. */
    readonly to?: string;
    readonly source: string;
    readonly confidence: "V" | "H" | "M" | "L" | "D";
  };
  CodeList: {
    readonly list: "ceb_status" | "country" | "currency" | "customs_credit" | "customs_offices" | "customs_result" | "enterprise_role" | "id_type" | "levy_method" | "licence_kind" | "package" | "supervision_mode" | "trade_area_type" | "trade_ent_type" | "trade_terms" | "transport" | "unit";
    readonly entries: readonly Schemas['CodeEntry'][];
  };
  CodeListsPage: {
    readonly lists: readonly ({
      readonly list: "ceb_status" | "country" | "currency" | "customs_credit" | "customs_offices" | "customs_result" | "enterprise_role" | "id_type" | "levy_method" | "licence_kind" | "package" | "supervision_mode" | "trade_area_type" | "trade_ent_type" | "trade_terms" | "transport" | "unit";
      readonly entries: number;
    })[];
  };
  Confidence: "V" | "H" | "M" | "L" | "D";
  ConfirmExportTaxFirm: {
    /** As it was looked at. */
    readonly toldAt: string;
  };
  /** Shown masked; sent back masked, it stays as it is on file. */
  Contact: {
    readonly name: string;
    readonly duty?: string;
    readonly phone: string;
    readonly email?: string;
  };
  ContactsInFull: {
    readonly contacts: readonly Schemas['Contact'][];
  };
  CorrectionAnswer: {
    readonly outcome: Schemas['CorrectionOutcome'];
    /** Needed where it is refused. */
    readonly reason?: Schemas['CorrectionRefusal'];
    /** To the person, in words. */
    readonly text: string;
    /** What is right, for a note; else what the person wants. */
    readonly value?: string;
  };
  CorrectionMade: {
    readonly requestId: string;
  };
  /** corrected: the paper says otherwise now. noted: the paper was decided on and stays; a note stands beside it. kept: the law keeps it longer. explained. refused, with a reason. */
  CorrectionOutcome: "corrected" | "noted" | "kept" | "explained" | "refused";
  CorrectionRefusal: "right-as-it-is" | "not-yours" | "unclear" | "not-held" | "other";
  CorrectionRequest: {
    readonly wish: Schemas['CorrectionWish'];
    /** A field of a paper; left out for what the platform itself holds. */
    readonly about?: Schemas['PersonalDatum'];
    /** Why, in your own words; kept sealed. */
    readonly text: string;
    /** What would be right; needed to have it corrected. */
    readonly value?: string;
  };
  /** Have it corrected, deleted, or explained. */
  CorrectionWish: "correct" | "delete" | "explain";
  CorrectionWords: {
    readonly text: string;
    /** What the person says would be right. */
    readonly value?: string;
    /** What the paper says now. */
    readonly present?: string;
    /** Whether the paper can still be changed by a message of its sender. */
    readonly changeable: boolean;
    /** Whether it says something else than when it was asked about. */
    readonly changed: boolean;
    readonly answer?: string;
    readonly answerValue?: string;
  };
  Corrections: {
    readonly corrections: readonly ({
      readonly requestId: string;
      readonly wish: Schemas['CorrectionWish'];
      readonly about?: Schemas['PersonalDatum'];
      /** Customs code of the enterprise that has to answer, or `operator`. */
      readonly holder: string;
      readonly state: "open" | "answered" | "withdrawn";
      readonly askedAt: string;
      readonly dueAt: string;
      readonly overdue: boolean;
      readonly outcome?: Schemas['CorrectionOutcome'];
      readonly reason?: Schemas['CorrectionRefusal'];
      readonly endedAt?: string;
      /** Customs code, or `operator`. */
      readonly answeredAs?: string;
    })[];
    readonly next?: string;
  };
  CountVerdict: {
    readonly verdict: "approved" | "rejected";
    readonly reason?: string;
  };
  CreditWish: {
    /** YYYY-MM-DD, in China. */
    readonly from: string;
    /** How customs rates the enterprise: aeo (advanced certified), certified, regular, dishonest, seriously-dishonest; a code of the list customs_credit. */
    readonly class: "aeo" | "certified" | "regular" | "dishonest" | "seriously-dishonest";
    readonly note?: string;
  };
  DecisionView: {
    readonly outcome: string;
    readonly statusCode: string;
    /** [Code:2600;Desc:放行] */
    readonly returnInfo: string;
    /** Outcome and reason in whole sentences. */
    readonly zh: string;
    readonly en: string;
    readonly rules: readonly {
      readonly code: string;
      readonly sentence: Schemas['Bilingual'];
      readonly source: string;
      readonly from: string;
      readonly to?: string;
      readonly confidence: Schemas['Confidence'];
      readonly version: string;
    }[];
    readonly rulebookVersion: string;
    /** engine: the rules; advice: the rules, where customs has been asked and decides; officer: at the desk; customs; sender: withdrawn by who sent it. */
    readonly judge: "engine" | "advice" | "officer" | "customs" | "sender";
    /** Where customs decides: what the rules said beforehand. */
    readonly advice?: Schemas['Bilingual'];
    readonly decidedAt: string;
  };
  Delegation: {
    readonly delegationId: string;
    /** Who delegates. */
    readonly principal: {
      readonly code: string;
      readonly name: string;
    };
    /** Who acts for it. */
    readonly agent: {
      readonly code: string;
      readonly name: string;
    };
    readonly kinds: readonly Schemas['DelegationKind'][];
    /** YYYY-MM-DD, in China, inclusive. */
    readonly fromDay: string;
    /** YYYY-MM-DD, in China, inclusive. */
    readonly toDay: string;
    readonly paperNo: string;
    readonly paperPlace?: string;
    readonly standing: Schemas['DelegationStanding'];
    readonly proposedAt: string;
    readonly changedAt: string;
    /** What was done with it, the first first; of one delegation alone. */
    readonly steps?: readonly ({
      readonly number: number;
      readonly at: string;
      readonly act: "propose" | "accept" | "decline" | "withdraw" | "end";
      readonly enterprise: string;
      /** The key or account it was done with. */
      readonly by: string;
      readonly reason: string;
    })[];
  };
  /** order CEB311, payment CEB411, waybill CEB511, list CEB621. */
  DelegationKind: "order" | "payment" | "waybill" | "list";
  /** proposed: the agent has not answered; waiting: accepted, its first day has not come. */
  DelegationStanding: "proposed" | "waiting" | "active" | "expired" | "declined" | "withdrawn" | "ended";
  DelegationsPage: {
    readonly delegations: readonly Schemas['Delegation'][];
    readonly next?: string;
  };
  DepartureRefund: {
    readonly batchNo: string;
    readonly claimedOn: string | null;
    /** Business type of the pre-refund in the claim. */
    readonly mark: string;
    readonly lines: readonly ({
      readonly line: number;
      readonly gname: string;
      readonly refundRate: string | null;
      readonly sold: string;
      readonly soldAtClaim: string | null;
      readonly claimed?: string;
      readonly prerefund?: string;
      readonly finalRefund?: string;
      readonly repay?: string;
      /** Last day to tell of sales. */
      readonly deadline?: string;
    })[];
    readonly total: {
      readonly claimed: string;
      readonly prerefund: string;
      readonly finalRefund: string;
      readonly repay: string;
    };
  };
  DeskAct: "release" | "inspect" | "refuse" | "return" | "detain" | "recall";
  DeskActOnRecord: {
    readonly kind: string;
    readonly at: string;
    readonly by?: string;
    readonly office?: string;
    readonly act?: string;
    readonly fromStatus: string;
    readonly toStatus: string;
    readonly reason?: string;
    readonly note: string;
    readonly fourEyes?: string;
  };
  DeskCase: {
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly ebcCode: string;
    /** Who sent the list and is asked. */
    readonly recipient: string;
    /** returnStatus the list stands at: 300, 500, 501 … */
    readonly status: string;
    readonly state: Schemas['CaseState'];
    readonly customsCode: string;
    readonly customsName?: Schemas['Bilingual'];
    readonly tradeMode: string;
    readonly goodsName: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly dutiableValue?: string;
    readonly riskClass?: string;
    /** Codes of the live findings that hold it. */
    readonly rules: readonly string[];
    readonly openedAt: string;
    /** By when it is to be decided; moves while the sender is asked. */
    readonly dueAt: string;
    readonly answerDueAt?: string;
    /** The officer who has it in hand, and until when without an act. */
    readonly taken?: {
      readonly by: string;
      readonly mine: boolean;
      readonly until: string;
    };
    readonly proposal?: {
      readonly act: string;
      /** returnStatus the list stands at: 300, 500, 501 … */
      readonly status: string;
      readonly reason: string;
      readonly note: string;
      readonly by: string;
      readonly mine: boolean;
      readonly at: string;
      readonly fourEyes: string;
    };
  };
  DeskCaseDetail: {
    /** Absent of a list that never came to the desk. */
    readonly case?: Schemas['DeskCase'];
    /** To be given back with every act. */
    readonly version?: string;
    /** false: customs decides by its own system, the desk only shows. */
    readonly decides: boolean;
    readonly may: {
      readonly acts: readonly {
        readonly act: Schemas['DeskAct'];
        /** Why a second officer has to confirm. */
        readonly fourEyes?: {
          readonly code: string;
          readonly zh: string;
          readonly en: string;
        };
      }[];
      readonly ask: boolean;
      readonly confirm: boolean;
      readonly reject: boolean;
      readonly take: boolean;
      readonly undo?: {
        readonly until: string;
      };
    };
    readonly reasons: readonly {
      readonly code: string;
      readonly act: string;
      readonly status?: string;
      readonly zh: string;
      readonly en: string;
    }[];
    /** Everything that was done to it here, the first first. */
    readonly history: readonly Schemas['DeskActOnRecord'][];
    readonly sender: {
      readonly code: string;
      readonly lists: readonly {
        readonly value: string;
        readonly lists: number;
      }[];
      readonly cases: readonly {
        readonly closedAs?: string;
        readonly cases: number;
      }[];
    };
    readonly list: Schemas['ListDetail'];
    readonly now: string;
  };
  DeskCases: {
    readonly items: readonly Schemas['DeskCase'][];
    readonly next?: string;
    readonly total: number;
    readonly now: string;
  };
  DeskConfirmation: {
    /** `version` of the case as it was read: if anything has changed since, 409 CASE-CHANGED. */
    readonly version: string;
  };
  DeskDecision: {
    readonly act: Schemas['DeskAct'];
    readonly reason: string;
    readonly note?: string;
    /** `version` of the case as it was read: if anything has changed since, 409 CASE-CHANGED. */
    readonly version?: string;
  };
  DeskDecisions: {
    readonly act: Schemas['DeskAct'];
    readonly reason: string;
    readonly note?: string;
    readonly cases: readonly {
      readonly ebpCode: string;
      readonly orderNo: string;
      /** `version` of the case as it was read: if anything has changed since, 409 CASE-CHANGED. */
      readonly version?: string;
    }[];
  };
  DeskHandingBack: {
    readonly note?: string;
  };
  DeskLoad: {
    readonly open: number;
    readonly overdue: number;
    readonly free: number;
    readonly byStatus: readonly {
      readonly value: string;
      readonly cases: number;
    }[];
    readonly byState: readonly {
      readonly value: string;
      readonly cases: number;
    }[];
    readonly byOffice: readonly {
      readonly value: string;
      readonly cases: number;
    }[];
    readonly byRule: readonly {
      readonly rule: string;
      readonly cases: number;
    }[];
    /** How long open cases have waited; the last bar is open. */
    readonly ages: readonly {
      readonly underHours?: number;
      readonly cases: number;
    }[];
    /** The last 24 hours. */
    readonly flow: readonly {
      readonly hour: string;
      readonly opened: number;
      readonly closed: number;
    }[];
    /** In hand now, and decided since midnight in China. */
    readonly officers: readonly {
      readonly officer: string;
      readonly inHand: number;
      readonly decided: number;
    }[];
    readonly now: string;
  };
  DeskOutcome: {
    readonly ebpCode: string;
    readonly orderNo: string;
    readonly done: "decided" | "proposed" | "nothing";
    readonly status?: string;
    readonly code?: string;
    readonly zh?: string;
    readonly en?: string;
  };
  DeskOutcomes: {
    readonly items: readonly Schemas['DeskOutcome'][];
  };
  DeskQuestion: {
    readonly reason: string;
    readonly note?: string;
    /** `version` of the case as it was read: if anything has changed since, 409 CASE-CHANGED. */
    readonly version?: string;
  };
  DeskRejection: {
    /** `version` of the case as it was read: if anything has changed since, 409 CASE-CHANGED. */
    readonly version: string;
    readonly note?: string;
  };
  DeskSearch: {
    /** Beginning of any number of a list. */
    readonly number?: string;
    readonly enterprise?: string;
    /** Part of the name of a good. */
    readonly goods?: string;
    /** Identity document of a buyer, with the reason; the search is put on record. */
    readonly buyer?: {
      /** By default 1, the citizen ID card. */
      readonly idType?: string;
      readonly idNumber: string;
      readonly reason: string;
    };
    readonly from?: string;
    readonly to?: string;
    readonly cursor?: string;
    readonly limit?: number;
  };
  DeskSearchPage: {
    readonly items: readonly Schemas['ListRow'][];
    /** While there may be more: a page looks through 20,000 lists at most, and may hold few or none. */
    readonly next?: string;
    readonly now: string;
  };
  DeskStatus: {
    /** returnStatus the list stands at: 300, 500, 501 … */
    readonly status: string;
  };
  DeskUndo: {
    readonly reason: string;
    readonly note?: string;
  };
  Dispatch: {
    /** In capitals it is the CopMsgId of every try. */
    readonly messageId: string;
    readonly sender: string;
    readonly root: string;
    readonly guid: string;
    readonly state: Schemas['DispatchState'];
    readonly tries: number;
    readonly documents: number;
    readonly madeAt: string;
    readonly sentAt?: string;
    readonly answeredAt?: string;
    /** When it is next tried; absent while its lists wait for advice, and at the end. */
    readonly dueAt?: string;
    readonly fault?: string;
  };
  /** waiting: to be sent, when its lists have been advised on; sent: without an answer yet; lost: sent as often as allowed and never answered; failed: refused by the network, or there can be no envelope. */
  DispatchState: "waiting" | "sent" | "answered" | "lost" | "failed";
  Dispatches: {
    /** Newest first. */
    readonly dispatches: readonly Schemas['Dispatch'][];
    readonly next?: string;
  };
  Display: {
    /** Number of goods on display; lists that sell them name it in the note of each goods line. */
    readonly displayNo: string;
    readonly shopId: string;
    /** Customs code of an enterprise. */
    readonly owner: string;
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    /** The checklist on which they go out; it is put on a pass. */
    readonly checklistNo: string;
    readonly state: "made" | "out" | "closed" | "cancelled";
    readonly madeAt: string;
    /** YYYY-MM-DD, in China. */
    readonly outOn?: string;
    /** Last day on display. */
    readonly dueOn?: string;
    readonly overdue: boolean;
    readonly prolonged: boolean;
    readonly settledAt?: string;
    readonly goods: readonly {
      readonly itemNo: number;
      readonly gname: string;
      readonly unit: string;
      /** What went out. */
      readonly quantity: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly sold: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly back: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly returning: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly lost: string;
      /** What is there to be sold or sent back. */
      readonly there: string;
      /** CNY: the tax all of it would bear, reserved at the beginning. */
      readonly cover: string;
    }[];
  };
  DisplayPaper: {
    /** Of the checklist by which goods come back, or of the sale. */
    readonly paperNo: string;
    /** Number of goods on display; lists that sell them name it in the note of each goods line. */
    readonly displayNo: string;
    readonly kind: "return" | "sale";
    readonly state: "made" | "done" | "cancelled";
    /** pick-up: the buyer takes them away, where customs has approved that of the shop; courier: brought to the buyer. */
    readonly handOver?: "pick-up" | "courier";
    readonly lists: number;
    readonly madeAt: string;
  };
  DisplayShop: {
    readonly shopId: string;
    /** Customs code of an enterprise. */
    readonly owner: string;
    readonly name: string;
    readonly address: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    readonly state: "proposed" | "approved" | "rejected" | "closed";
    /** Whether buyers may take goods away from it (R-8.6). */
    readonly pickUp: boolean;
    readonly proposedAt: string;
    readonly settledAt?: string;
    readonly reason: string;
  };
  DisplayShopVerdict: {
    readonly verdict: "approved" | "rejected" | "closed";
    /** Goods may be taken away from it; false where left out. */
    readonly pickUp?: boolean;
    readonly reason?: string;
  };
  DisplayShops: {
    readonly shops: readonly Schemas['DisplayShop'][];
    readonly next?: string;
  };
  Displays: {
    readonly displays: readonly Schemas['Display'][];
    readonly next?: string;
  };
  DocumentAnswer: {
    /** Position in the message, from 0. */
    readonly index: number;
    /** Business key, e.g. orderNo and ebpCode. */
    readonly key: Readonly<Record<string, string>>;
    readonly verdict: "accepted" | "repeated" | "refused";
    /** returnStatus of the receipt: 120, 2, or a negative code of the standard. */
    readonly status: string;
    readonly info: string;
    readonly findings: readonly Schemas['Finding'][];
    readonly outcome?: Schemas['ListOutcome'];
  };
  DocumentToCheck: {
    /** CEB311, 411, 511 or 621. */
    readonly kind: "order" | "payment" | "waybill" | "declaration";
    /** Fields by the standard's names. What can have one value only, `guid`, `appTime` and `appStatus` may be left out; `appType` 2 says that it is to be a change. */
    readonly head: Readonly<Record<string, string>>;
    /** Goods lines in their order. */
    readonly items?: readonly Readonly<Record<string, string>>[];
    /** Fields that tell of a person and are not written, but taken over: `self` from the document on file under the same number, `order` from the order. Who may see these. */
    readonly keep?: Readonly<Record<string, "self" | "order">>;
  };
  Draft: {
    readonly draftId: string;
    readonly kind: "order" | "payment" | "waybill" | "declaration";
    readonly orderNo: string;
    /** 1 new, 2 change. */
    readonly appType: "1" | "2";
    readonly revision: number;
    readonly madeAt: string;
    readonly savedAt: string;
    readonly head: Readonly<Record<string, string>>;
    readonly items: readonly Readonly<Record<string, string>>[];
    readonly keep: Readonly<Record<string, "self" | "order">>;
    /** Of fields that are kept: their values, masked. Empty where there is none to take. */
    readonly shown: Readonly<Record<string, string>>;
  };
  DraftContent: {
    readonly head: Readonly<Record<string, string>>;
    readonly items: readonly Readonly<Record<string, string>>[];
    readonly keep: Readonly<Record<string, "self" | "order">>;
  };
  DraftSaved: {
    readonly revision: number;
    readonly savedAt: string;
  };
  Drafts: {
    /** The one saved last first. */
    readonly drafts: readonly ({
      readonly draftId: string;
      readonly kind: "order" | "payment" | "waybill" | "declaration";
      readonly orderNo: string;
      /** 1 new, 2 change. */
      readonly appType: "1" | "2";
      readonly revision: number;
      readonly madeAt: string;
      readonly savedAt: string;
    })[];
  };
  EnterpriseApplication: {
    readonly file: Schemas['EnterpriseFile'];
    /** Number or name of the paper it rests on. */
    readonly paper?: string;
  };
  EnterpriseApplicationMade: {
    readonly filingId: string;
    /** Shows how the application stands; given this once. */
    readonly ticket: string;
  };
  EnterpriseApplicationState: {
    readonly filingId: string;
    readonly state: "draft" | "applied" | "checked" | "returned" | "approved" | "withdrawn";
    readonly changedAt: string;
    /** Why it was returned. */
    readonly reasons?: string;
  };
  EnterpriseCredit: {
    readonly customsCode: string;
    /** YYYY-MM-DD, in China. */
    readonly from: string;
    /** How customs rates the enterprise: aeo (advanced certified), certified, regular, dishonest, seriously-dishonest; a code of the list customs_credit. */
    readonly class: "aeo" | "certified" | "regular" | "dishonest" | "seriously-dishonest";
    readonly note: string;
    readonly filedAt: string;
  };
  EnterpriseCredits: {
    readonly ratings: readonly Schemas['EnterpriseCredit'][];
    readonly next?: string;
  };
  EnterpriseFile: {
    /** Ten characters, e.g. 5301960001. */
    readonly customsCode: string;
    /** Unified social credit code. */
    readonly uscc: string;
    readonly name: string;
    readonly nameEn?: string;
    readonly roles: readonly ("EBP" | "EBC" | "PAY" | "LGS" | "DCL" | "IAC" | "SVC" | "OWH" | "PARK" | "BANK" | "INS")[];
    /** Four digits of the customs office. */
    readonly customsOffice: string;
    readonly dxpId?: string;
    /** YYYY-MM-DD. */
    readonly validFrom: string;
    /** YYYY-MM-DD. */
    readonly validTo?: string;
    readonly licences?: readonly Schemas['Licence'][];
    readonly certificates?: readonly Schemas['FiledCertificate'][];
    readonly domains?: readonly string[];
    readonly contacts?: readonly Schemas['Contact'][];
    readonly legalPerson?: {
      readonly name: string;
      /** Kept as its mask only, once its check character is right. */
      readonly idNumber?: string;
    };
  };
  EnterpriseFileInForce: {
    /** Ten characters, e.g. 5301960001. */
    readonly customsCode: string;
    readonly version: number;
    readonly state: "active" | "suspended" | "closed";
    readonly file: Schemas['EnterpriseFile'];
    /** What the file lacks by today's rules. */
    readonly gaps: readonly Schemas['Finding'][];
    readonly expiries: readonly ({
      readonly subject: "licence" | "certificate" | "registration";
      readonly which: string;
      /** YYYY-MM-DD. */
      readonly endsOn: string;
    })[];
    readonly openFiling?: Schemas['FilingEntry'];
  };
  EnterpriseHistory: {
    readonly versions: readonly ({
      readonly version: number;
      readonly cause: "registered" | "changed" | "suspended" | "resumed" | "cancelled" | "imported";
      readonly state: "active" | "suspended" | "closed";
      readonly by: string;
      readonly at: string;
      readonly paper: string;
      readonly filingId?: string;
      readonly reasons?: string;
      readonly changes: readonly Schemas['FieldChange'][];
    })[];
    /** Whoever is named by an id here, by that id; names where the reader may know them. */
    readonly people: Readonly<Record<string, Schemas['Who']>>;
  };
  EntryForm: {
    readonly kind: "order" | "payment" | "waybill" | "declaration";
    readonly name: Schemas['Bilingual'];
    /** What can have one value only is left out: it is filled in. */
    readonly head: readonly ({
      readonly name: string;
      readonly zh: string;
      readonly en: string;
      readonly need: "required" | "conditional" | "optional";
      readonly type: "text" | "number" | "day" | "moment";
      /** Characters. */
      readonly maxLength?: number;
      readonly decimals?: number;
      /** When it must be given. */
      readonly when?: Schemas['Bilingual'];
      readonly personal?: boolean;
      readonly choices?: readonly {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      }[];
    })[];
    readonly items: readonly ({
      readonly name: string;
      readonly zh: string;
      readonly en: string;
      readonly need: "required" | "conditional" | "optional";
      readonly type: "text" | "number" | "day" | "moment";
      /** Characters. */
      readonly maxLength?: number;
      readonly decimals?: number;
      /** When it must be given. */
      readonly when?: Schemas['Bilingual'];
      readonly personal?: boolean;
      readonly choices?: readonly {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      }[];
    })[];
    /** The business key: fixed while a document is changed. */
    readonly key: readonly string[];
  };
  EntryVerdict: {
    readonly verdict: "approved" | "rejected";
    readonly reason?: string;
  };
  /** One value a finding compares; personal data masked. */
  Evidence: {
    readonly paper: string;
    readonly path: string;
    readonly value: string;
  };
  /** Goods that expire first are taken to have left first. */
  ExpiringLots: {
    readonly lots: readonly ({
      /** Number of the goods in the book. */
      readonly itemNo: number;
      readonly gname: string;
      /** YYYY-MM-DD, in China. */
      readonly expiresOn: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      readonly state: "expired" | "soon";
    })[];
  };
  ExportConfirmation: {
    /** `number` of the proposal that was read; another is not answered in its place. */
    readonly proposal: string;
  };
  ExportDecided: {
    readonly state: Schemas['ExportState'];
    readonly returnStatus: string;
    readonly attempt: number;
    readonly step: number;
    /** Row of `export-four-eyes.csv` by which another officer has to confirm it; absent where it is decided. */
    readonly fourEyes?: string;
  };
  ExportDetail: {
    readonly list: Schemas['ExportRow'];
    readonly items: readonly {
      readonly gnum: number;
      readonly itemNo: string;
      readonly gcode: string;
      readonly gname: string;
      readonly gmodel: string;
      /** Decimal text. */
      readonly qty: string;
      readonly unit: string;
      /** Decimal text. */
      readonly price: string;
      /** Decimal text. */
      readonly totalPrice: string;
      readonly currency: string;
      readonly country: string;
    }[];
    readonly papers: readonly ({
      readonly paper: "order" | "payment" | "waybill";
      readonly onFile: boolean;
      /** Received after the latest decision, which rests on what was there before. */
      readonly changedSince: boolean;
      /** Asked for on the day the list was accepted (R-1.21). */
      readonly needed: boolean;
    })[];
    /** What the rules found when they last judged it. */
    readonly findings: readonly ({
      readonly code: string;
      readonly path: string;
      readonly message: Schemas['Bilingual'];
      readonly remedy: Schemas['Bilingual'];
      readonly rule?: string;
      readonly mode: "live" | "watch";
      readonly severity: "refuse" | "review";
      readonly evidence?: readonly {
        readonly paper: string;
        readonly path: string;
        readonly value: string;
      }[];
    })[];
    /** How it is finished, and the row of the table that decided. */
    readonly finish?: {
      readonly route: string;
      readonly hsDigits: number;
      readonly by: string;
      readonly sentence: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: string;
    };
    /** What an officer may do with it, and the reasons for that; of a held list. */
    readonly acts?: readonly ({
      readonly act: "release" | "refuse" | "inspect";
      readonly reasons: readonly {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      }[];
      /** Why a second officer has to confirm. */
      readonly fourEyes?: {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      };
    })[];
    /** What officers have proposed of it, the latest first; of the zone only. */
    readonly proposals?: readonly Schemas['ExportProposal'][];
    readonly goodsPapers: readonly ({
      readonly kind: "arrival" | "departure" | "master-list";
      readonly copNo: string;
      readonly firm: string;
      readonly firmName: string;
      readonly part: number;
      readonly parts: number;
      readonly billNo?: string;
      readonly conveyance?: string;
      readonly leaveTime?: string;
      readonly receivedAt: string;
    })[];
    /** The application it is in, and once it is summed up the summary (R-1.25). */
    readonly summary?: {
      readonly sumNo: string;
      readonly declSeqNo?: string;
    };
    readonly history: readonly ({
      readonly attempt: number;
      readonly step: number;
      readonly decidedAt: string;
      readonly judge: "engine" | "advice" | "officer" | "customs" | "sender";
      readonly outcome: Schemas['ExportState'];
      readonly returnStatus: string;
      readonly returnInfo: string;
      readonly rulebook: string;
      readonly reason?: string;
    })[];
  };
  ExportProposal: {
    readonly number: string;
    readonly at: string;
    readonly act: "release" | "refuse" | "inspect";
    readonly reason: {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
    };
    readonly note: string;
    /** Row of `export-four-eyes.csv` that asks for it. */
    readonly fourEyes: {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
    };
    readonly by: string;
    readonly mine: boolean;
    /** lapsed: the list has moved on, and nobody can answer it. */
    readonly state: "open" | "confirmed" | "rejected" | "lapsed";
    readonly answered?: {
      readonly at: string;
      readonly by: string;
      readonly note: string;
    };
  };
  ExportRejection: {
    /** `number` of the proposal that was read; another is not answered in its place. */
    readonly proposal: string;
    readonly note?: string;
  };
  ExportRow: {
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly ebpName: string;
    readonly ebcCode: string;
    readonly ebcName: string;
    readonly agentCode: string;
    readonly agentName: string;
    /** Who sent it and gets its receipts. */
    readonly recipient: string;
    readonly copNo: string;
    readonly preNo: string;
    readonly invtNo?: string;
    readonly logisticsCode: string;
    readonly logisticsNo: string;
    readonly tradeMode: string;
    /** A simplified, B to be summed up. */
    readonly statisticsFlag: string;
    readonly customsCode: string;
    readonly portCode: string;
    readonly country: string;
    readonly state: Schemas['ExportState'];
    /** CEB604 returnStatus. */
    readonly returnStatus: string;
    readonly goods: "awaited" | "arrived" | "departed";
    /** The way it is finished (R-1.22, R-1.28). */
    readonly finish?: string;
    readonly itemCount: number;
    readonly firstGoodsName: string;
    /** Decimal text. */
    readonly goodsValue: string;
    readonly currency: string;
    /** Decimal text. */
    readonly valueCny?: string;
    readonly attempt: number;
    readonly step: number;
    readonly receivedAt: string;
    readonly decidedAt?: string;
    /** When its papers must have come. */
    readonly deadline?: string;
    readonly arrivedAt?: string;
    readonly departedAt?: string;
    readonly closedAt?: string;
  };
  /** waiting: for its papers or its turn; forwarded: customs has been asked; concluded: 399; held: review or inspection; closed: 899, its goods have left the country. */
  ExportState: "saved" | "waiting" | "forwarded" | "concluded" | "released" | "held" | "refused" | "withdrawn" | "cancelled" | "closed";
  ExportTaxFirm: {
    /** Customs code of an enterprise. */
    readonly enterprise: string;
    /** A trading firm is refunded by its purchases, a factory by exempt, credit, refund (R-3.2). */
    readonly kind: "trader" | "factory";
    readonly generalTaxpayer: boolean;
    readonly refundFilingNo?: string;
    /** Registered in the pilot zone (R-3.3). */
    readonly zoneRegistered: boolean;
    /** A small low-profit firm (R-3.4). */
    readonly smallFirm: boolean;
    readonly toldAt: string;
    /** Absent until the tax bureau has confirmed it. */
    readonly confirmedAt?: string;
  };
  ExportTaxFirmsPage: {
    readonly firms: readonly Schemas['ExportTaxFirm'][];
    readonly next?: string;
  };
  ExportTaxLines: {
    readonly lines: readonly ({
      /** Customs code of an enterprise. */
      readonly enterprise: string;
      readonly invtNo: string;
      readonly gnum: number;
      /** YYYY-MM-DD, in China. */
      readonly departedOn: string;
      /** Last day to claim its refund (R-3.1). */
      readonly claimBy?: string;
      readonly tradeMode: string;
      readonly gcode: string;
      readonly gname: string;
      readonly unit: string;
      readonly qty: string;
      /** What of it came back. */
      readonly returned: string;
      readonly currency: string;
      readonly price: string;
      readonly totalPrice: string;
      /** Share on the day of departure. */
      readonly refundRate?: string;
      /** The summary declaration it stands in. */
      readonly entryId?: string;
      readonly fxReference?: string;
      readonly hasInvoice: boolean;
      /** Numbers of the invoices that back it. */
      readonly invoices: readonly string[];
      readonly net?: string;
      readonly vat?: string;
      readonly refund?: string;
      readonly claimNo?: string;
      readonly route: Schemas['ExportTaxRoute'];
      readonly lacksForRefund: readonly ("GENERAL_TAXPAYER" | "REFUND_FILED" | "DECLARED" | "DEPARTED" | "FOREIGN_EXCHANGE" | "INVOICE" | "RATE" | "CLAIMED_IN_TIME" | "ZONE_REGISTERED" | "RETAIL_EXPORT" | "NOT_DENIED")[];
      readonly lacksForExemption: readonly ("GENERAL_TAXPAYER" | "REFUND_FILED" | "DECLARED" | "DEPARTED" | "FOREIGN_EXCHANGE" | "INVOICE" | "RATE" | "CLAIMED_IN_TIME" | "ZONE_REGISTERED" | "RETAIL_EXPORT" | "NOT_DENIED")[];
    })[];
    readonly next?: string;
  };
  ExportTaxPicture: {
    /** Month in China in which the goods left, YYYY-MM. */
    readonly month: string;
    readonly routes: readonly {
      readonly route: Schemas['ExportTaxRoute'];
      readonly lines: number;
      readonly claimed: number;
    }[];
    /** What keeps lines from refund, with how many; a line may lack several. */
    readonly missing: readonly ({
      readonly code: "GENERAL_TAXPAYER" | "REFUND_FILED" | "DECLARED" | "DEPARTED" | "FOREIGN_EXCHANGE" | "INVOICE" | "RATE" | "CLAIMED_IN_TIME" | "ZONE_REGISTERED" | "RETAIL_EXPORT" | "NOT_DENIED";
      readonly sentence: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
      readonly lines: number;
    })[];
    readonly claimable: {
      readonly lines: number;
      readonly net: string;
      readonly refund: string;
    };
    /** The first of the last days to claim what is not claimed. */
    readonly claimBy?: string;
    /** What the codes of lines say. */
    readonly conditions: readonly ({
      readonly code: "GENERAL_TAXPAYER" | "REFUND_FILED" | "DECLARED" | "DEPARTED" | "FOREIGN_EXCHANGE" | "INVOICE" | "RATE" | "CLAIMED_IN_TIME" | "ZONE_REGISTERED" | "RETAIL_EXPORT" | "NOT_DENIED";
      readonly sentence: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
  };
  /** Refund; exempt without invoice; taxed as a home sale. */
  ExportTaxRoute: "refund" | "exempt" | "taxed";
  ExportsPage: {
    readonly lists: readonly Schemas['ExportRow'][];
    readonly next?: string;
  };
  /** One field that differs; absent where it was not given. */
  FieldChange: {
    readonly path: string;
    readonly before?: string;
    readonly after?: string;
  };
  FileFindings: {
    readonly findings: readonly Schemas['Finding'][];
  };
  FiledCertificate: {
    /** Serial number, hexadecimal. */
    readonly number: string;
    /** YYYY-MM-DD. */
    readonly from?: string;
    /** YYYY-MM-DD. */
    readonly to?: string;
  };
  FiledGoods: {
    readonly goods: Schemas['Goods'];
    readonly state: "filed" | "approved" | "returned" | "withdrawn";
    readonly filedBy: string;
    readonly decidedBy?: string;
    readonly changedAt: string;
    /** The first of their photos. */
    readonly photo?: {
      readonly photoId: string;
      readonly alt: string;
    };
  };
  Filing: {
    readonly filingId: string;
    /** Ten characters, e.g. 5301960001. */
    readonly customsCode: string;
    readonly name: string;
    readonly kind: "register" | "change" | "resume" | "cancel";
    readonly state: "draft" | "applied" | "checked" | "returned" | "approved" | "withdrawn";
    readonly source: "enterprise" | "public" | "operator";
    readonly paper: string;
    readonly madeBy: string;
    readonly madeAt: string;
    readonly changedAt: string;
    readonly file: Schemas['EnterpriseFile'];
    readonly steps: readonly ({
      readonly step: "save" | "apply" | "check" | "return" | "approve" | "withdraw";
      readonly by: string;
      readonly at: string;
      readonly reasons?: string;
    })[];
    /** Against what is in force now. */
    readonly changes: readonly Schemas['FieldChange'][];
    readonly findings: readonly Schemas['Finding'][];
    /** Steps its reader may do now. */
    readonly may: readonly string[];
    /** Whoever is named by an id here, by that id; names where the reader may know them. */
    readonly people: Readonly<Record<string, Schemas['Who']>>;
  };
  FilingChange: {
    readonly file?: Schemas['EnterpriseFile'];
    /** Number or name of the paper it rests on. */
    readonly paper?: string;
  };
  FilingEntry: {
    readonly filingId: string;
    /** Ten characters, e.g. 5301960001. */
    readonly customsCode: string;
    readonly name: string;
    readonly kind: "register" | "change" | "resume" | "cancel";
    readonly state: "draft" | "applied" | "checked" | "returned" | "approved" | "withdrawn";
    readonly source: "enterprise" | "public" | "operator";
    readonly paper: string;
    readonly madeBy: string;
    readonly madeAt: string;
    readonly changedAt: string;
  };
  FilingsPage: {
    readonly filings: readonly Schemas['FilingEntry'][];
    readonly next?: string;
  };
  /** What is wrong with an input, where, and how to mend it. */
  Finding: {
    /** Stable code, e.g. CEB-LENGTH or MATCH-BUYER-NAME. */
    readonly code: string;
    readonly level: "structure" | "field" | "business";
    /** In the standard's own names, e.g. Order[2]/OrderHead/buyerName. */
    readonly path: string;
    readonly message: Schemas['Bilingual'];
    readonly remedy: Schemas['Bilingual'];
    readonly rule?: string;
    readonly evidence?: readonly Schemas['Evidence'][];
  };
  ForeignExchangeReceipt: {
    readonly reference: string;
    /** YYYY-MM-DD, in China. */
    readonly receivedOn: string;
    readonly currency: string;
    readonly amount: string;
    /** Lines it covers now. */
    readonly lines: number;
    /** What they cost, in its own currency; what came back not counted. */
    readonly sameCurrency: string;
  };
  GateBoard: {
    readonly since: string;
    /** Vehicles let through since midnight in China. */
    readonly opened: number;
    /** Comings that were stopped since then. */
    readonly stopped: number;
    /** Of those, for a list called back after its release. */
    readonly recalled: number;
    /** Passes made since then that have not come to a gate. */
    readonly made: number;
    /** Vehicles that stand stopped now. */
    readonly waiting: number;
  };
  GateDraw: {
    /** YYYY-MM-DD, in China. */
    readonly day: string;
    readonly purpose: string;
    readonly rate: string;
    readonly seedDigest: string;
    readonly committedAt: string;
  };
  GateDraws: {
    readonly draws: readonly Schemas['GateDraw'][];
    readonly next?: string;
  };
  Going: {
    /** Where the browser goes to sign in at the agency. */
    readonly location: string;
  };
  Goods: {
    /** Ten characters, e.g. 5301960001. */
    readonly ebcCode: string;
    /** The seller's own number. */
    readonly itemNo: string;
    readonly itemName: string;
    readonly nameEn?: string;
    /** Ten digits of the customs tariff. */
    readonly gcode: string;
    readonly gname: string;
    readonly gmodel: string;
    /** GTIN; 无 where the goods carry none. */
    readonly barCode?: string;
    readonly brand?: string;
    /** Paper by which the seller may sell the brand. */
    readonly brandRight?: string;
    /** Country of origin, three digits. */
    readonly country: string;
    readonly unit: string;
    /** First legal unit of the tariff line. */
    readonly unit1: string;
    /** How many first legal units one `unit` holds. */
    readonly unit1Quantity?: string;
    readonly unit2?: string;
    /** How many second legal units one `unit` holds. */
    readonly unit2Quantity?: string;
    /** CNY a `unit`, as the seller expects to sell it. */
    readonly price?: string;
    /** Number of the bonded account book, for 1210. */
    readonly emsNo?: string;
    /** Number in the bonded account book, for 1210. */
    readonly itemRecordNo?: string;
    /** YYYY-MM-DD. */
    readonly validFrom: string;
    /** YYYY-MM-DD. */
    readonly validTo?: string;
  };
  GoodsCertificate: {
    readonly certificateId: string;
    readonly owner: string;
    readonly kind: string;
    readonly number: string;
    readonly issuer: string;
    readonly gcode: string;
    readonly origin?: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly validTo: string;
    readonly state: "filed" | "accepted" | "refused" | "withdrawn";
    readonly quantity?: string;
    /** What lists have used of the quantity. */
    readonly used: string;
    readonly filedAt: string;
    readonly decidedAt?: string;
    readonly reason?: string;
    /** Type of its file, where there is one. */
    readonly paper?: string;
    /** Lists it answered for, the latest first, 200 at most. */
    readonly uses: readonly {
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly attempt: number;
      readonly requirement: string;
      /** Agency whose requirement it answered. */
      readonly agency: string;
      /** Row of the table by which it counted. */
      readonly recognition: string;
      readonly quantity: string;
      readonly at: string;
      readonly givenBackAt?: string;
    }[];
  };
  GoodsCertificateDecision: {
    readonly decision: "accepted" | "refused";
    readonly reason: string;
  };
  GoodsCertificateTables: {
    readonly kinds: readonly {
      readonly code: string;
      readonly agency: string;
      readonly byQuantity: boolean;
      readonly longestDays: number;
      readonly name: Schemas['Bilingual'];
    }[];
    readonly recognitions: readonly ({
      readonly code: string;
      readonly kind: string;
      readonly agency: string;
      readonly why: Schemas['Bilingual'];
      /** What it answers: a requirement, or a ground to inspect on. */
      readonly subject: "requirement" | "ground";
      /** Code of either. */
      readonly requirement: string;
    })[];
  };
  GoodsCertificateWish: {
    readonly kind: string;
    readonly number: string;
    readonly issuer: string;
    /** Beginning of the commodity codes it covers. */
    readonly gcode: string;
    /** Country of origin, three digits; any where left out. */
    readonly origin?: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly validTo: string;
    /** In declared units, where the kind is used up by quantity. */
    readonly quantity?: string;
  };
  GoodsCertificates: {
    readonly certificates: readonly ({
      readonly certificateId: string;
      readonly owner: string;
      readonly kind: string;
      readonly number: string;
      readonly issuer: string;
      readonly gcode: string;
      readonly origin?: string;
      /** YYYY-MM-DD, in China. */
      readonly validFrom: string;
      /** YYYY-MM-DD, in China. */
      readonly validTo: string;
      readonly state: "filed" | "accepted" | "refused" | "withdrawn";
      readonly quantity?: string;
      /** What lists have used of the quantity. */
      readonly used: string;
      readonly filedAt: string;
      readonly decidedAt?: string;
      readonly reason?: string;
      /** Type of its file, where there is one. */
      readonly paper?: string;
    })[];
    readonly next?: string;
  };
  GoodsFindings: {
    readonly findings: readonly Schemas['Finding'][];
    readonly tariff?: Schemas['TariffFacts'];
  };
  GoodsPage: {
    readonly goods: readonly Schemas['FiledGoods'][];
    readonly next?: string;
  };
  GoodsPhoto: {
    readonly photoId: string;
    /** What it shows, for who cannot see it. */
    readonly alt: string;
    readonly type: "image/jpeg" | "image/png" | "image/webp";
    readonly width: number;
    readonly height: number;
    readonly sizeBytes: number;
    readonly addedBy: string;
    readonly addedAt: string;
  };
  GoodsPhotoChange: {
    /** What it shows, for who cannot see it. */
    readonly alt?: string;
    readonly place?: number;
  };
  GoodsReport: {
    readonly filed: number;
    readonly unchanged: number;
    /** Every row that is not sound, by its place in the file, from 1. */
    readonly bad: readonly {
      readonly place: number;
      readonly itemNo: string;
      readonly findings: readonly Schemas['Finding'][];
    }[];
  };
  GoodsView: {
    readonly goods: Schemas['Goods'];
    readonly state: "filed" | "approved" | "returned" | "withdrawn";
    readonly filedBy: string;
    readonly decidedBy?: string;
    readonly changedAt: string;
    /** The first of their photos. */
    readonly photo?: {
      readonly photoId: string;
      readonly alt: string;
    };
    /** In the order they are shown in. */
    readonly photos: readonly Schemas['GoodsPhoto'][];
    readonly tariff?: Schemas['TariffFacts'];
    readonly findings: readonly Schemas['Finding'][];
    /** What was done with them, the newest first. */
    readonly steps: readonly ({
      readonly step: "import" | "file" | "approve" | "return" | "withdraw" | "photo-added" | "photo-changed" | "photo-removed";
      readonly by: string;
      readonly at: string;
      readonly reasons?: string;
      readonly changes: readonly Schemas['FieldChange'][];
      /** Which photo it is about. */
      readonly photo?: {
        readonly photoId: string;
        readonly alt: string;
        readonly place?: number;
      };
    })[];
    /** Whoever is named by an id here, by that id; names where the reader may know them. */
    readonly people: Readonly<Record<string, Schemas['Who']>>;
  };
  Guarantee: {
    readonly instrumentId: string;
    /** Customs code of the enterprise that answers for the tax (assureCode). */
    readonly guarantor: string;
    readonly kind: "cash" | "letter" | "insurance";
    readonly paperNo: string;
    readonly issuer: string;
    /** A decimal. CNY. */
    readonly amount: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly validTo?: string;
    readonly state: "proposed" | "in-force" | "rejected" | "lapsed";
    readonly proposedAt: string;
    readonly settledAt?: string;
    readonly reason: string;
    /** Whether the caller entered it, and so cannot confirm it. */
    readonly own: boolean;
  };
  GuaranteeAccount: {
    /** Customs code of the enterprise that answers for the tax (assureCode). */
    readonly guarantor: string;
    /** What its guarantees in force come to. */
    readonly cover: string;
    /** What of it is free. */
    readonly available: string;
    /** Tax of released lists that is open. */
    readonly reserved: string;
    /** Open tax beyond the cover: customs released it elsewhere. */
    readonly beyond: string;
    /** Guarantees whose time is up while tax still stands on them. */
    readonly lapsing: string;
    /** A decimal. CNY. */
    readonly warnBelow: string;
    readonly openedAt: string;
  };
  GuaranteeAccounts: {
    readonly accounts: readonly Schemas['GuaranteeAccount'][];
    readonly next?: string;
  };
  /** Days on which something moved, the oldest first. */
  GuaranteeDays: {
    readonly days: readonly {
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      /** A decimal. CNY. */
      readonly available: string;
      /** A decimal. CNY. */
      readonly reserved: string;
    }[];
  };
  /** Empty where every account is the sum of its movements. */
  GuaranteeDifferences: {
    readonly accounts: readonly {
      /** Customs code of the enterprise that answers for the tax (assureCode). */
      readonly guarantor: string;
      /** A decimal. CNY. */
      readonly available: string;
      /** A decimal. CNY. */
      readonly availableMoved: string;
      /** A decimal. CNY. */
      readonly reserved: string;
      /** A decimal. CNY. */
      readonly reservedMoved: string;
    }[];
  };
  /** The four legs of a movement come to nothing together. */
  GuaranteeMovements: {
    readonly movements: readonly ({
      readonly movementNo: string;
      readonly at: string;
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      readonly kind: "TOPUP" | "LAPSE" | "RESERVE" | "VOID" | "POST";
      readonly cause: "instrument" | "lapse" | "release" | "voided" | "paid" | "drawn" | "display" | "display-freed" | "display-lost";
      readonly reference: string;
      /** A decimal. CNY. */
      readonly availableBy: string;
      /** A decimal. CNY. */
      readonly reservedBy: string;
      /** A decimal. CNY. */
      readonly outsideBy: string;
      /** A decimal. CNY. */
      readonly beyondBy: string;
      /** A decimal. CNY. */
      readonly availableAfter: string;
      /** A decimal. CNY. */
      readonly reservedAfter: string;
    })[];
    readonly next?: string;
  };
  /** Opening and lines come to closing, to the cent. */
  GuaranteeStatement: {
    /** Customs code of the enterprise that answers for the tax (assureCode). */
    readonly guarantor: string;
    readonly month: string;
    readonly opening: {
      /** A decimal. CNY. */
      readonly available: string;
      /** A decimal. CNY. */
      readonly reserved: string;
    };
    readonly lines: readonly {
      readonly cause: string;
      readonly movements: number;
      /** A decimal. CNY. */
      readonly available: string;
      /** A decimal. CNY. */
      readonly reserved: string;
      /** A decimal. CNY. */
      readonly outside: string;
      /** A decimal. CNY. */
      readonly beyond: string;
    }[];
    readonly closing: {
      /** A decimal. CNY. */
      readonly available: string;
      /** A decimal. CNY. */
      readonly reserved: string;
    };
    /** Lists released in the month with less cover than their tax, by row of the table (R-5.7). */
    readonly reliefs: readonly {
      readonly code: string;
      readonly why: Schemas['Bilingual'];
      readonly lists: number;
      /** A decimal. CNY. */
      readonly tax: string;
      /** What of the tax no cover was asked for. */
      readonly relieved: string;
    }[];
  };
  GuaranteeVerdict: {
    readonly verdict: "confirm" | "reject";
    readonly reason?: string;
  };
  GuaranteeWarning: {
    /** CNY, at most two digits after the point. */
    readonly warnBelow: string;
  };
  Guarantees: {
    readonly guarantees: readonly Schemas['Guarantee'][];
    readonly next?: string;
  };
  HandInWish: {
    /** true: declared (appStatus 2); false: only saved (appStatus 1). */
    readonly declare: boolean;
  };
  /** What became of one document that was handed in by hand. */
  HandedIn: {
    readonly messageId: string;
    readonly verdict: "accepted" | "repeated" | "refused";
    /** returnStatus of the receipt. */
    readonly status: string;
    readonly info: string;
    readonly findings: readonly Schemas['Finding'][];
  };
  HandedPassword: {
    readonly account: Schemas['Account'];
    /** One-time password, or your half of it. Shown only now; left out where its agency signs it in. */
    readonly password?: string;
    /** false: the first half is shown to who makes the account, the second to who approves it. */
    readonly whole: boolean;
  };
  Health: {
    readonly status: "ok";
    readonly version: string;
  };
  IdentityClaim: {
    /** As `buyerIdType`: 1 citizen ID card, 2 other. */
    readonly idType: "1" | "2";
    readonly idNumber: string;
    readonly name: string;
    readonly phone: string;
  };
  ImportMode: "1210" | "9610";
  IncidentMade: {
    readonly incidentId: string;
  };
  IncidentReport: {
    readonly component?: Schemas['StatusComponentCode'];
    readonly level: "slow" | "down";
    readonly word: {
      readonly zh: string;
      readonly en: string;
    };
    /** Of planned work. */
    readonly planned?: {
      readonly from: string;
      readonly until: string;
    };
  };
  IncidentWord: {
    readonly word: {
      readonly zh: string;
      readonly en: string;
    };
    /** Whether the incident is over. */
    readonly over?: boolean;
  };
  Inspection: {
    readonly inspectionId: string;
    readonly state: "waiting" | "booked" | "begun" | "closed" | "lapsed";
    readonly customsCode: string;
    readonly siteCode?: string;
    readonly startsAt?: string;
    readonly noShows: number;
    readonly openedAt: string;
    readonly begunAt?: string;
    readonly endedAt?: string;
    /** Who inspects; left out for enterprises. */
    readonly officer?: string;
    readonly secondOfficer?: string;
    readonly holds: readonly ({
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly agency: string;
      readonly ground: {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      };
      readonly note: string;
      readonly sampleWanted: boolean;
      readonly tradeMode: string;
      readonly goodsName: string;
      readonly openedAt: string;
      readonly state: "open" | "conforming" | "nonconforming" | "recognised" | "lapsed";
      /** What does not conform, or why another’s result counts. */
      readonly reason?: {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      };
      readonly found: string;
      readonly endedAt?: string;
      /** Of what is recognised: the result that counts for it. */
      readonly restsOn?: {
        readonly agency: string;
        readonly ground: {
          readonly code: string;
          readonly zh: string;
          readonly en: string;
        };
        readonly endedAt?: string;
      };
      /** Of what is recognised: the number of the certificate that counts for it. */
      readonly certificate?: string;
    })[];
    readonly samples: readonly ({
      readonly sampleNo: string;
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly agency: string;
      readonly ground: string;
      readonly what: string;
      readonly sealNo: string;
      readonly state: "taken" | "sent" | "received" | "conforming" | "nonconforming";
      readonly changedAt: string;
      readonly laboratory?: string;
      readonly reportNo?: string;
    })[];
    readonly photos: readonly {
      readonly photoId: string;
      readonly shows: string;
      readonly type: string;
      readonly width: number;
      readonly height: number;
      readonly sizeBytes: number;
      readonly addedAt: string;
      readonly orderNo?: string;
      readonly ebpCode?: string;
    }[];
    readonly corrections: readonly ({
      readonly entryId: string;
      readonly at: string;
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly agency: string;
      readonly ground: string;
      readonly verdict: "conforming" | "nonconforming";
      readonly reason?: {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      };
      readonly found: string;
      readonly why: string;
      /** Left out until another officer has confirmed it. */
      readonly confirmedAt?: string;
    })[];
    readonly steps: readonly {
      readonly at: string;
      readonly kind: string;
      readonly body: Readonly<Record<string, unknown>>;
    }[];
  };
  InspectionBooking: {
    readonly siteCode: string;
    readonly startsAt: string;
  };
  InspectionHoldOutcome: {
    readonly inspectionId: string;
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly agency: string;
    readonly ground: string;
    readonly came: "opened" | "joined" | "there" | "recognised";
    /** Row by which another’s result counts. */
    readonly by?: string;
  };
  InspectionResult: {
    /** Made by who enters it, so that what is sent twice, as after a lost connection, is written once. */
    readonly entryId: string;
    readonly orderNo: string;
    readonly ebpCode: string;
    /** Left out, it counts for all that was wanted of the list. */
    readonly agency?: string;
    readonly ground?: string;
    readonly verdict: "conforming" | "nonconforming";
    /** Of what does not conform: a code of the table. */
    readonly reason?: string;
    readonly found?: string;
    /** Quantities that were found, line by line; kept with the step. */
    readonly lines?: readonly {
      /** Line of the list. */
      readonly gnum: number;
      /** What was counted, in the unit of the line. */
      readonly quantity: string;
    }[];
  };
  InspectionSampleMove: {
    /** Made by who enters it, so that what is sent twice, as after a lost connection, is written once. */
    readonly entryId: string;
    readonly state: "sent" | "received" | "conforming" | "nonconforming";
    readonly laboratory?: string;
    readonly reportNo?: string;
  };
  InspectionSite: {
    readonly name: Schemas['Bilingual'];
    /** Office of customs it belongs to. */
    readonly customsCode: string;
    readonly address: string;
    readonly slotMinutes: number;
    readonly openings: readonly {
      /** 1 is Monday. */
      readonly weekday: number;
      /** Minutes after midnight in China. */
      readonly opens: number;
      readonly closes: number;
      /** YYYY-MM-DD, in China. */
      readonly from: string;
      /** YYYY-MM-DD, in China. */
      readonly to?: string;
      /** Visits a slot. */
      readonly capacity: number;
    }[];
    readonly closedDays: readonly {
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      readonly why: string;
    }[];
    readonly siteCode: string;
    readonly revision: number;
  };
  InspectionSiteFiling: {
    readonly name: Schemas['Bilingual'];
    /** Office of customs it belongs to. */
    readonly customsCode: string;
    readonly address: string;
    readonly slotMinutes: number;
    readonly openings: readonly {
      /** 1 is Monday. */
      readonly weekday: number;
      /** Minutes after midnight in China. */
      readonly opens: number;
      readonly closes: number;
      /** YYYY-MM-DD, in China. */
      readonly from: string;
      /** YYYY-MM-DD, in China. */
      readonly to?: string;
      /** Visits a slot. */
      readonly capacity: number;
    }[];
    readonly closedDays: readonly {
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      readonly why: string;
    }[];
    /** Revision it was seen at; 0 for a new one. */
    readonly seen: number;
  };
  InspectionSites: {
    readonly sites: readonly Schemas['InspectionSite'][];
    /** By the clock here, which calendars go by. */
    readonly now: string;
  };
  InspectionSlots: {
    readonly slots: readonly {
      readonly startsAt: string;
      readonly capacity: number;
      readonly free: number;
      /** Whether it may be booked now, as far as time goes. */
      readonly open: boolean;
    }[];
  };
  InspectionTables: {
    readonly grounds: readonly {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
      readonly agency: string;
    }[];
    readonly faults: readonly {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
    }[];
    readonly recognitions: readonly {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
      readonly by: {
        readonly agency: string;
        readonly ground: string;
      };
      readonly for: {
        readonly agency: string;
        readonly ground: string;
      };
      readonly validDays: number;
    }[];
  };
  Inspections: {
    readonly inspections: readonly ({
      readonly inspectionId: string;
      readonly state: "waiting" | "booked" | "begun" | "closed" | "lapsed";
      readonly customsCode: string;
      readonly siteCode?: string;
      readonly startsAt?: string;
      readonly noShows: number;
      readonly openedAt: string;
      readonly begunAt?: string;
      readonly endedAt?: string;
      readonly lists: number;
      readonly openHolds: number;
      readonly agencies: readonly string[];
      readonly goodsName: string;
    })[];
    readonly next?: string;
  };
  KeyRotation: {
    /** How long the former key works on beside the new one; 0 ends it at once. */
    readonly overlapDays?: number;
  };
  /** A bundle of what is in docs/field/access.md; the answer to GET /api/keys lists them. */
  KeyScope: "hand-in" | "receipts" | "read" | "read-in-full" | "gate" | "write" | "webhooks" | "delegations" | "keys";
  KeysPage: {
    readonly keys: readonly Schemas['ApiKey'][];
    /** What a key can be limited to. */
    readonly scopes: readonly {
      readonly scope: Schemas['KeyScope'];
      readonly text: Schemas['Bilingual'];
      readonly covers: readonly {
        readonly resource: string;
        readonly action: string;
        readonly what: Schemas['Bilingual'];
      }[];
    }[];
    readonly lifetimeDays: number;
    readonly longestDays: number;
    readonly overlapDays: number;
  };
  Leaving: {
    /** Where to go to sign out at the agency as well, where one has signed somebody in. */
    readonly location?: string;
  };
  LegalHoldLifting: {
    readonly reason: string;
  };
  LegalHoldMade: {
    readonly holdId: string;
  };
  LegalHoldRequest: {
    /** Left out: everything. */
    readonly orderNo?: string;
    readonly reason: string;
    /** Number of the letter that asks for it. */
    readonly paperNo: string;
  };
  Licence: {
    /** A code of list licence_kind. */
    readonly kind: string;
    readonly number: string;
    readonly issuer: string;
    /** YYYY-MM-DD. */
    readonly from: string;
    /** YYYY-MM-DD. */
    readonly to?: string;
  };
  Link: {
    readonly agency: Schemas['Agency'];
    readonly name: Schemas['Bilingual'];
    /** engine: the platform’s own rules decide; live: the agency is asked and decides. */
    readonly judge: "engine" | "live";
    /** Only of a live link. */
    readonly channel?: {
      readonly state: "up" | "down";
      /** Without its password. */
      readonly address: string;
      readonly problem?: Schemas['Bilingual'];
      /** Pieces that wait to be taken in here. */
      readonly waiting?: number;
      /** Pieces set aside here after their last try. */
      readonly failed?: number;
      /** Pieces the other side has not taken yet. */
      readonly outgoing?: number;
    };
    /** Keys the link signs with, where it has any. */
    readonly keys?: readonly {
      /** transport, or the customs code of the enterprise it signs for. */
      readonly for: string;
      readonly certificateNumber: string;
      readonly ready: boolean;
      readonly reason?: string;
    }[];
    /** Messages that are open or in trouble; answered ones are not counted. */
    readonly dispatches: {
      readonly waiting: number;
      readonly sent: number;
      readonly lost: number;
      readonly failed: number;
    };
    /** When the oldest message came in that is not sent yet, or has no answer. */
    readonly oldestOpenAt?: string;
    /** Receipts whose document is not known. */
    readonly unmatched: number;
    /** Pieces that could not be read. */
    readonly unreadable: number;
  };
  Links: {
    readonly links: readonly Schemas['Link'][];
    readonly now: string;
  };
  ListChanges: {
    readonly lists: readonly {
      readonly ebpCode: string;
      readonly orderNo: string;
      readonly state: Schemas['ListState'];
    }[];
    /** More changed than fit: read the page again. */
    readonly more: boolean;
  };
  ListDetail: {
    readonly list: Schemas['ListRow'];
    /** While waiting: the missing papers and when we stop waiting. */
    readonly waitingFor?: {
      readonly papers: readonly Schemas['PaperKind'][];
      readonly until: string;
    };
    /** Oldest first. */
    readonly timeline: readonly Schemas['TimelineEntry'][];
    readonly papers: {
      readonly order?: Schemas['Paper'];
      readonly payment?: Schemas['Paper'];
      readonly waybill?: Schemas['Paper'];
      readonly declaration?: Schemas['Paper'];
    };
    readonly findings: readonly Schemas['ListFinding'][];
    readonly tax?: Schemas['TaxView'];
    readonly decision?: Schemas['DecisionView'];
    readonly receipts: readonly {
      readonly status: string;
      readonly at: string;
      readonly info: string;
    }[];
    readonly quota?: Schemas['QuotaView'];
    readonly now: string;
  };
  ListFinding: {
    readonly code: string;
    readonly level: "structure" | "field" | "business";
    readonly path: string;
    readonly message: Schemas['Bilingual'];
    readonly remedy: Schemas['Bilingual'];
    readonly rule?: string;
    readonly evidence: readonly {
      /** order, payment, waybill, declaration, or a register. */
      readonly paper: string;
      /** Field name, for goods lines with the place: acturalPaid, items[2].qty (from 1). */
      readonly path: string;
      /** Masked like the field. */
      readonly value: string;
    }[];
    readonly mode: Schemas['RuleMode'];
  };
  ListHistory: {
    /** The latest first, at most 20. */
    readonly versions: readonly ({
      readonly guid: string;
      readonly at: string;
      /** The enterprise that sent it. */
      readonly by: {
        readonly code: string;
        readonly name: string;
      };
      /** Where it was sent by delegation: for whom. */
      readonly sentFor?: {
        readonly code: string;
        readonly name: string;
      };
      /** Who had it handed in by hand; told to the enterprise that sent it alone. */
      readonly typedBy?: string;
      readonly reason?: string;
      /** 1 new, 2 change, 3 withdrawal; absent, as the next two, where its message is not kept here. */
      readonly appType?: string;
      readonly appTime?: string;
      /** Only saved, not declared. */
      readonly saved?: boolean;
      readonly current: boolean;
      readonly first: boolean;
      /** What it says otherwise than the version before. */
      readonly changes: readonly ({
        readonly what: "changed" | "line-added" | "line-removed";
        /** Goods line; absent in the head. */
        readonly gnum?: number;
        /** The standard's element name. */
        readonly name: string;
        readonly zh: string;
        readonly en: string;
        readonly masked?: boolean;
        readonly before?: {
          /** Masked where it tells of a person. */
          readonly text: string;
          /** Of a code. */
          readonly name?: Schemas['Bilingual'];
        };
        readonly after?: {
          /** Masked where it tells of a person. */
          readonly text: string;
          /** Of a code. */
          readonly name?: Schemas['Bilingual'];
        };
      })[];
    })[];
    /** Whether there were earlier ones. */
    readonly more: boolean;
    /** What the enterprise that asks may do with it now; for an enterprise only. */
    readonly deeds?: {
      readonly change: {
        readonly allowed: boolean;
        /** Why not. */
        readonly why?: Schemas['Finding'];
      };
      readonly withdraw: {
        readonly allowed: boolean;
        /** Why not. */
        readonly why?: Schemas['Finding'];
      };
      readonly declareAnew: {
        readonly allowed: boolean;
        /** Why not. */
        readonly why?: Schemas['Finding'];
      };
    };
    readonly now: string;
  };
  /** What became of a list within the time the caller waited. */
  ListOutcome: {
    readonly state: "waiting" | "forwarded" | "released" | "held" | "refused" | "withdrawn" | "concluded" | "cancelled" | "closed";
    /** CEB622 returnStatus: 800, 100, 300, 500 … */
    readonly returnStatus: string;
    readonly returnInfo: string;
    readonly invtNo?: string;
  };
  ListQuestions: {
    /** The first first. */
    readonly questions: readonly {
      readonly reason: {
        readonly zh: string;
        readonly en: string;
        readonly code: string;
      };
      readonly note: string;
      readonly askedAt: string;
      readonly answerDueAt: string;
      /** Whether it can be answered now. */
      readonly open: boolean;
      readonly answer?: {
        readonly at: string;
        readonly text: string;
      };
    }[];
    readonly now: string;
  };
  ListRow: {
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly ebpName: string;
    readonly ebcName: string;
    readonly agentName: string;
    /** Who handed it in for whom, where that was done by delegation. */
    readonly sentByDelegate?: {
      readonly by: {
        readonly code: string;
        readonly name: string;
      };
      readonly for: {
        readonly code: string;
        readonly name: string;
      };
    };
    readonly copNo?: string;
    readonly preNo?: string;
    readonly invtNo?: string;
    readonly logisticsNo?: string;
    readonly tradeMode: string;
    readonly customsCode: string;
    readonly customsName?: Schemas['Bilingual'];
    readonly state: Schemas['ListState'];
    /** Latest returnStatus: 800, 100, 300, 500, 2 … */
    readonly statusCode: string;
    /** The decision in a few words; absent while waiting or forwarded. */
    readonly outcome?: {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
    };
    /** CNY, decimal text, at most 5 decimals. */
    readonly goodsValue: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly taxTotal?: string;
    /** Masked. */
    readonly buyerName: string;
    readonly itemCount: number;
    readonly firstGoodsName: string;
    readonly receivedAt: string;
    readonly decidedAt?: string;
  };
  /** waiting: for its papers or its turn; forwarded: customs has been asked and has not decided (申报中); held: manual review, inspection or detention; withdrawn: deleted by its sender. */
  ListState: "waiting" | "forwarded" | "released" | "held" | "refused" | "withdrawn";
  ListWithdrawal: {
    /** `guid` of the version that is to be withdrawn. */
    readonly seen: string;
    /** Kept on record with who withdraws it; it is not in the message. */
    readonly reason: string;
  };
  ListsPage: {
    /** Newest received first. */
    readonly lists: readonly Schemas['ListRow'][];
    /** Cursor of the next page, while there is one. A filter looks through 20,000 lists a page: one may hold few or none and still have a next. */
    readonly next?: string;
    /** Of the same mode, over all offices; of an enterprise: of the lists it sent. */
    readonly counts: Schemas['StateCounts'];
    /** The server's clock, for relative times. */
    readonly now: string;
  };
  LongerDisplay: {
    /** YYYY-MM-DD, in China. */
    readonly dueOn: string;
    readonly reason?: string;
  };
  MadeKey: {
    readonly keyId: string;
    /** How its token begins; the rest is shown when it is made. */
    readonly prefix: string;
    readonly label: string;
    /** Left out: all a clerk may do. */
    readonly scopes?: readonly Schemas['KeyScope'][];
    /** Of an operator of the platform. */
    readonly operator: boolean;
    /** ending: another key has taken over, this one works until expiresAt. */
    readonly state: "active" | "ending" | "expired" | "revoked";
    readonly madeAt: string;
    /** Account or key it was made with; left out: by the operator at the command line. */
    readonly madeBy?: string;
    /** Who answers for it: who made it, or owns the key it was made with. What the key asks for this account does not approve. */
    readonly owner?: {
      readonly accountId: string;
      readonly login: string;
      readonly name: string;
    };
    readonly expiresAt?: string;
    /** At most a minute late. */
    readonly lastUsedAt?: string;
    readonly replacedBy?: string;
    readonly revokedAt?: string;
    /** `chk_…`; shown in this answer only. */
    readonly token: string;
  };
  Mail: {
    readonly accountId: string;
    readonly mailKey: string;
    readonly kind: "code" | "immediate" | "digest";
    readonly state: Schemas['MailState'];
    readonly login: string;
    /** Masked. */
    readonly address?: string;
    readonly madeAt: string;
    readonly tries: number;
    readonly nextTryAt?: string;
    readonly settledAt?: string;
    /** Why it did not go, e.g. EENVELOPE, ETIMEDOUT, INTERRUPTED, STOPPED. */
    readonly fault?: string;
    /** What the mail server said. */
    readonly answer?: string;
  };
  MailAddressCode: {
    readonly code: string;
  };
  MailAddressWish: {
    readonly address: string;
    readonly language: "zh" | "en" | "th" | "vi" | "lo" | "my";
  };
  MailLeft: {
    readonly left: true;
  };
  /** uncertain: it may have arrived and is not sent again by itself; dropped: its reader no longer wanted or could get it. */
  MailState: "waiting" | "sending" | "sent" | "failed" | "uncertain" | "dropped";
  /** immediate: at once; digest: with everything else, every hour or day. */
  MailWish: "never" | "digest" | "immediate";
  MailsAgain: {
    readonly mails: readonly {
      readonly accountId: string;
      readonly mailKey: string;
    }[];
  };
  MailsPage: {
    /** The mail server; left out where none is set. */
    readonly server?: {
      readonly host: string;
      readonly from: string;
    };
    /** Mails by state, of the time the log is kept. */
    readonly counts: Readonly<Record<string, number>>;
    readonly mails: readonly Schemas['Mail'][];
    readonly next?: string;
  };
  MailsSentAgain: {
    readonly again: number;
  };
  /** A raw text by its length and digest; read it in full by its own route. */
  MeasuredText: {
    readonly characters: number;
    readonly sha256: string;
  };
  /** Given after everything accepted is on disk. */
  MessageAnswer: {
    readonly messageId: string;
    readonly root: string;
    readonly guid: string;
    readonly accepted: number;
    readonly repeated: number;
    readonly refused: number;
    /** What was found of the message as a whole and is not held against it: its signature, while signatures are only reported. */
    readonly findings?: readonly Schemas['Finding'][];
    readonly documents: readonly Schemas['DocumentAnswer'][];
  };
  ModeAdvice: {
    /** Supervision mode, e.g. 9610. */
    readonly mode: string;
    readonly verdict: "lawful" | "unlawful" | "undecided";
    readonly criteria: readonly ({
      readonly code: string;
      readonly sentence: Schemas['Bilingual'];
      readonly holds: "yes" | "no" | "unknown";
      /** Fields of the question that would decide it. */
      readonly missing: readonly string[];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
    readonly finish?: {
      readonly route: string;
      readonly hsDigits: number;
    };
    readonly importTax?: {
      /** CNY, two decimals. */
      readonly duty: string;
      /** CNY, two decimals. */
      readonly consumptionTax: string;
      /** CNY, two decimals. */
      readonly vat: string;
      /** CNY, two decimals. */
      readonly total: string;
      readonly rejected: readonly string[];
    };
    readonly exportTax?: {
      readonly route: "refund" | "exempt" | "taxed";
      /** CNY, two decimals. */
      readonly refund?: string;
      /** CNY, two decimals. */
      readonly assessedIncomeTax?: string;
      /** CNY, two decimals. */
      readonly outputTax?: string;
      readonly unmet: readonly {
        readonly code: string;
        readonly sentence: Schemas['Bilingual'];
        readonly rule: string;
      }[];
    };
    readonly papers: readonly ({
      readonly code: string;
      readonly name: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
    readonly steps: readonly ({
      readonly code: string;
      readonly name: Schemas['Bilingual'];
      readonly rule: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
      readonly hours: string;
    })[];
    /** Of all steps; our own estimate (D). */
    readonly hours: string;
  };
  /** `direction` import or export; `buyer` consumer or firm; `stock` abroad, bonded-listed, bonded-elsewhere (import) or china, special-area, overseas-warehouse (export); `goods` {hs, value, pieces, taxQuantity} with amounts in CNY as texts; yes or no: platformOrder, registered, licence, licenceHeld, inspection, exportDuty, pilotZone, importer, refund, invoice, generalTaxpayer, refundFiled, zoneRegistered, warehouseFiled, marketPurchase, borderTrade; amounts: annualUsed, purchaseGross, valueUsd; `day` and `district` where another than today and the zone’s is meant. What is left out is unknown: where it would decide, the answer asks for it. */
  ModeQuestion: Readonly<Record<string, unknown>>;
  NewBookItems: {
    readonly items: readonly {
      /** Number of the goods in the book. */
      readonly itemNo: number;
      readonly itemRecordNo: string;
      /** The enterprise's article number. */
      readonly goodsNo: string;
      readonly gcode: string;
      readonly gname: string;
      /** Unit of the book, of the unit list. */
      readonly unit: string;
      /** CNY a unit. */
      readonly unitValue: string;
    }[];
  };
  NewBookMovements: {
    readonly movements: readonly ({
      /** Number of the goods in the book. */
      readonly itemNo: number;
      /** return: a buyer sent it back; ship-back: out of the country; destruction: under supervision. Goods come in by an entry checklist and the gate, and what lay there before the book was kept here by a count that customs approves. */
      readonly cause: "return" | "ship-back" | "destruction";
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      /** Number of the paper it is written for: a line of it is written once. */
      readonly reference: string;
      /** 1 where it is left out. */
      readonly line?: number;
      /** YYYY-MM-DD, in China. */
      readonly day?: string;
      readonly note?: string;
      /** YYYY-MM-DD, in China. */
      readonly expiresOn?: string;
    })[];
  };
  NewBookTransfer: {
    /** Number of the account book (emsNo). */
    readonly fromBook: string;
    /** Number of the goods in the book. */
    readonly fromItem: number;
    /** Number of the account book (emsNo). */
    readonly toBook: string;
    /** Number of the goods in the book. */
    readonly toItem: number;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly quantity: string;
    readonly note?: string;
  };
  NewBulkContract: {
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly contractNo: string;
    readonly buyer: string;
    readonly country: string;
    readonly gcode: string;
    readonly gname: string;
    readonly unit: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly quantity: string;
    /** More or less by so many percent is what was agreed. */
    readonly tolerancePercent: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly unitPrice: string;
    readonly currency: string;
    /** YYYY-MM-DD, in China. */
    readonly deliverFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly deliverTo: string;
  };
  NewBulkDelivery: {
    /** Number of the export list or declaration. */
    readonly exportNo: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly quantity: string;
    /** YYYY-MM-DD, in China. */
    readonly deliveredOn: string;
  };
  NewBulkFile: {
    readonly kind: string;
    /** Its name with extension: .csv, .tsv, .txt or .xlsx. */
    readonly name: string;
    readonly sizeBytes: number;
    /** Hand the good documents in without waiting for a word, whatever is wrong with the others. */
    readonly acceptGood?: boolean;
  };
  NewChecklist: {
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    readonly lists: readonly {
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly orderNo: string;
    }[];
  };
  NewClientCertificate: {
    /** PEM; without any private key. */
    readonly certificate: string;
    /** fingerprint where left out. */
    readonly kind?: "fingerprint" | "subject";
    readonly label: string;
    /** What it may do by itself, without a key; nothing where left out. */
    readonly scopes?: readonly Schemas['KeyScope'][];
  };
  NewDelegation: {
    /** Customs code of an enterprise. */
    readonly agent: string;
    readonly kinds: readonly Schemas['DelegationKind'][];
    /** YYYY-MM-DD, in China, inclusive. */
    readonly fromDay: string;
    /** YYYY-MM-DD, in China, inclusive. */
    readonly toDay: string;
    /** Number of the contract or power of attorney. */
    readonly paperNo: string;
    /** Where the paper or its scan is kept. */
    readonly paperPlace?: string;
  };
  NewDisplay: {
    readonly shopId: string;
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly grossKg: string;
    readonly goods: readonly {
      readonly itemNo: number;
      /** In the unit of the book. */
      readonly quantity: string;
    }[];
  };
  NewDisplayReturn: {
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly grossKg: string;
    readonly goods: readonly {
      readonly itemNo: number;
      /** In the unit of the book. */
      readonly quantity: string;
    }[];
  };
  NewDisplaySale: {
    readonly lists: readonly {
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly orderNo: string;
    }[];
    /** pick-up: the buyer takes them away, where customs has approved that of the shop; courier: brought to the buyer. */
    readonly handOver: "pick-up" | "courier";
  };
  NewDisplayShop: {
    readonly name: string;
    readonly address: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
  };
  NewDraft: {
    readonly kind: "order" | "payment" | "waybill" | "declaration";
    readonly from?: {
      /** change: the document on file, to be changed; again: the same, to be declared anew; copy: a new one like it, without its numbers and persons; order: a payment, waybill or list of the order. */
      readonly as: "change" | "again" | "copy" | "order";
      /** Business key of what it is begun from, e.g. orderNo and ebpCode. */
      readonly key: Readonly<Record<string, string>>;
    };
  };
  NewEntryChecklist: {
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** Customs declaration of the first-line entry, 18 digits. */
    readonly entryNo: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly grossKg: string;
    readonly goods: readonly {
      readonly itemNo: number;
      /** In the unit of the book. */
      readonly quantity: string;
      /** YYYY-MM-DD, in China. */
      readonly expiresOn?: string;
    }[];
  };
  NewExportDecision: {
    readonly act: "release" | "refuse" | "inspect";
    /** Code of `export-reasons.csv`, of the act. */
    readonly reason: string;
    /** Stands in the receipt behind the reason. */
    readonly note?: string;
    readonly attempt: number;
    readonly step: number;
  };
  NewExportTaxFirm: {
    /** A trading firm is refunded by its purchases, a factory by exempt, credit, refund (R-3.2). */
    readonly kind: "trader" | "factory";
    readonly generalTaxpayer: boolean;
    /** Of its filing for export refund. */
    readonly refundFilingNo?: string;
    /** Registered in the pilot zone (R-3.3). */
    readonly zoneRegistered: boolean;
    /** A small low-profit firm (R-3.4). */
    readonly smallFirm: boolean;
  };
  /** The file is left out to resume and to cancel. */
  NewFiling: {
    readonly kind: "register" | "change" | "resume" | "cancel";
    /** Ten characters, e.g. 5301960001. */
    readonly customsCode: string;
    readonly file?: Schemas['EnterpriseFile'];
    /** Number or name of the paper it rests on. */
    readonly paper?: string;
  };
  /** Covers the lists of a month, or those named, of its currency that no other receipt covers; they cost no more than its amount. */
  NewForeignExchangeReceipt: {
    readonly reference: string;
    /** YYYY-MM-DD, in China. */
    readonly receivedOn: string;
    readonly currency: string;
    /** Money, two decimals. */
    readonly amount: string;
    /** Month in China in which the goods left, YYYY-MM. */
    readonly month: string;
  } | {
    readonly reference: string;
    /** YYYY-MM-DD, in China. */
    readonly receivedOn: string;
    readonly currency: string;
    /** Money, two decimals. */
    readonly amount: string;
    readonly invtNos: readonly string[];
  };
  NewGuarantee: {
    /** Left out by an enterprise: its own. */
    readonly guarantor?: string;
    readonly kind: "cash" | "letter" | "insurance";
    /** Number of the receipt, the letter or the policy. */
    readonly paperNo: string;
    /** Bank or insurer; for cash, the bank it is deposited with. */
    readonly issuer: string;
    /** CNY, at most two digits after the point. */
    readonly amount: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** Last day; left out where it has none. */
    readonly validTo?: string;
  };
  NewInspectionCorrection: {
    /** Made by who enters it, so that what is sent twice, as after a lost connection, is written once. */
    readonly entryId: string;
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly agency: string;
    readonly ground: string;
    readonly verdict: "conforming" | "nonconforming";
    /** Of what does not conform: a code of the table. */
    readonly reason?: string;
    readonly found?: string;
    /** Why the signed result does not stand. */
    readonly why: string;
  };
  NewInspectionHold: {
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly ground: string;
    readonly note?: string;
    readonly sampleWanted?: boolean;
  };
  NewInspectionSample: {
    /** Made by who enters it, so that what is sent twice, as after a lost connection, is written once. */
    readonly entryId: string;
    readonly sampleNo: string;
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly agency: string;
    readonly ground: string;
    readonly what: string;
    readonly sealNo: string;
  };
  NewKey: {
    /** Your own word for it. */
    readonly label: string;
    readonly scopes: readonly Schemas['KeyScope'][];
    /** How long it works; a year where left out (D). */
    readonly days?: number;
  };
  NewOverseasWarehouse: {
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly warehouseNo: string;
    readonly name: string;
    /** Who runs it abroad. */
    readonly operator: string;
    readonly tenure: "own" | "leased" | "third-party" | "platform";
    /** Customs code of the country. */
    readonly country: string;
    readonly city: string;
    readonly address: string;
    /** Square metres. */
    readonly areaM2: string;
    readonly contractNo: string;
    /** YYYY-MM-DD, in China. */
    readonly contractFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly contractTo: string;
    /** Of the registration asked for until 2024-12-14. */
    readonly registrationNo?: string;
  };
  NewPass: {
    /** out: leaves the zone at the second line; in: enters it at the first. */
    readonly direction: "out" | "in";
    /** Customs office, four digits. */
    readonly customsCode: string;
    /** Number plate. */
    readonly plate: string;
    /** The empty vehicle, kilograms. */
    readonly tareKg: string;
    /** Pallets and crates, kilograms. */
    readonly packingKg?: string;
    readonly checklists?: readonly string[];
    /** Released lists bought direct (9610) that go out by themselves. */
    readonly lists?: readonly {
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly orderNo: string;
    }[];
  };
  NewPassage: {
    /** The lane, as the park names it. */
    readonly gate: string;
    /** Number the gate gives to one coming of a vehicle. */
    readonly eventNo: string;
    /** As it was scanned. */
    readonly passNo: string;
    /** As it was read. */
    readonly plate: string;
    /** Vehicle with goods; absent where the gate has no scale. */
    readonly weightKg?: string;
  };
  NewPassword: {
    readonly current: string;
    readonly next: string;
  };
  NewPositions: {
    readonly positions: readonly {
      readonly transitNo: string;
      /** ISO 8601 with its zone. */
      readonly at: string;
      /** Degrees east, WGS 84. */
      readonly lon: number;
      /** Degrees north, WGS 84. */
      readonly lat: number;
      readonly speedKmh?: number;
    }[];
  };
  /** A principal registered here is named by its customs code and confirms; another by code and name. */
  NewPrincipalContract: {
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly contractNo: string;
    readonly goods: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly validTo: string;
    /** Customs code of an enterprise. */
    readonly principal: string;
  } | {
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly contractNo: string;
    readonly goods: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly validTo: string;
    /** Unified social credit code. */
    readonly principalUscc: string;
    readonly principalName: string;
  };
  NewPrincipalExport: {
    /** Number of the export list or declaration. */
    readonly exportNo: string;
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly contractNo: string;
    /** Money, two decimals. */
    readonly amount: string;
    /** YYYY-MM-DD, in China. */
    readonly exportedOn: string;
  };
  NewPurchaseInvoices: {
    readonly invoices: readonly {
      readonly invoiceNo: string;
      /** YYYY-MM-DD, in China. */
      readonly invoicedOn: string;
      /** Unified social credit code of the seller. */
      readonly sellerUscc: string;
      readonly sellerName: string;
      readonly lines: readonly {
        readonly line: number;
        /** As it stands in the export list: that is how they are matched (R-3.2). */
        readonly gname: string;
        /** Code of the unit, as in the export list. */
        readonly unit: string;
        /** A decimal of at most 19 digits, 5 of them after the point. */
        readonly quantity: string;
        /** Without tax, CNY. */
        readonly net: string;
        /** The tax, CNY. */
        readonly vat: string;
        /** As a share. */
        readonly vatRate: string;
      }[];
    }[];
  };
  NewRefundClaim: {
    /** Month in China in which the goods left, YYYY-MM. */
    readonly month: string;
  };
  NewReturn: {
    /** cancellation: a list as a whole (CEB623, CEB605); return: goods of it come back (CEB625, CEB213). */
    readonly kind: "cancellation" | "return";
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly reason: string;
    /** Of a return: which lines, how much of each. */
    readonly lines?: readonly {
      /** Number of the line in the list. */
      readonly gnum: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
    }[];
    /** Of an export list: its seller, and how returned goods come back. */
    readonly exported?: {
      readonly ebcCode: string;
      /** What is left out is as the list has it. */
      readonly wayBack?: {
        /** Office of the site they come to. */
        readonly customsCode?: string;
        /** Supervised site. */
        readonly loctNo?: string;
        readonly logisticsNo: string;
        readonly billNo?: string;
        readonly trafMode?: string;
        readonly trafName: string;
        readonly voyageNo: string;
        readonly portCode?: string;
        /** Shipped from. */
        readonly country?: string;
      };
    };
  };
  NewReturnCentre: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly address: string;
    /** Office of customs of the zone. */
    readonly customsCode: string;
    /** The warehouse enterprise that keeps it; who files it answers for its credit (2021-70: not discredited). */
    readonly owner: string;
    /** YYYY-MM-DD, in China. */
    readonly openedOn: string;
    /** Last day, inclusive. */
    readonly validTo?: string;
  };
  NewSavedFilter: {
    readonly page: string;
    readonly name: string;
    /** Search part of the address. */
    readonly search: string;
    /** Shown to colleagues of the same enterprise. */
    readonly shared: boolean;
  };
  NewSeals: {
    readonly sealNos: readonly string[];
  };
  NewShopCount: {
    readonly lines: readonly {
      readonly itemNo: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly counted: string;
    }[];
    readonly note?: string;
  };
  NewStockCount: {
    readonly lines: readonly {
      /** Number of the goods in the book. */
      readonly itemNo: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly counted: string;
    }[];
    readonly note?: string;
  };
  NewStockMovements: {
    readonly movements: readonly ({
      readonly line: number;
      readonly kind: "receive" | "sell" | "return" | "lose" | "lose-in-transit";
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      /** Number of the paper: a thing is told once. */
      readonly reference: string;
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      /** Of a sale: where its proof is found. */
      readonly proof?: string;
      /** Of a sale: what it brought. */
      readonly amount?: string;
      /** Customs code of the currency. */
      readonly currency?: string;
    })[];
  };
  NewSummaryApplication: {
    /** YYYY-MM, in China. */
    readonly month?: string;
    /** Only these lists. */
    readonly invtNos?: readonly string[];
    /** Producers or sellers apart (summaryFlag). */
    readonly bySeller?: boolean;
    /** Goods of another name apart (itemNameFlag). */
    readonly byName?: boolean;
  };
  NewTaxFile: {
    readonly kind: Schemas['TaxFileKind'];
    /** A month, or a quarter. */
    readonly period: string;
  };
  NewTransit: {
    readonly direction: "import" | "export";
    readonly corridor: string;
    /** Customs code of an enterprise. */
    readonly carrier: string;
    /** Master bill. */
    readonly billNo: string;
    /** Plate, wagon or container. */
    readonly vehicleNo: string;
    readonly packages: number;
    /** Kilograms, above zero. */
    readonly grossWeight: string;
    /** The electronic list attached: every list of the batch. */
    readonly lists: readonly {
      readonly orderNo: string;
      readonly ebpCode: string;
    }[];
    /** Where it goes by several vehicles or means: all of them, the first with the carrier and the vehicle above. */
    readonly legs?: readonly ({
      readonly mode: "road" | "rail" | "air" | "water";
      /** Customs code of an enterprise. */
      readonly carrier: string;
      /** Paper its goods go by: consignment note, railway or air waybill. */
      readonly documentNo: string;
      readonly vehicleNo: string;
      /** Place of the corridor it goes to; the last one ends where the corridor does. */
      readonly to: string;
      /** CNY. */
      readonly cost?: string;
      /** Kilograms of carbon dioxide. */
      readonly co2Kg?: string;
    })[];
    readonly note?: string;
  };
  NewWarehouseBooking: {
    /** Number of the booking (订仓单号), your own. */
    readonly batchNo: string;
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly warehouseNo: string;
    readonly consignee: string;
    readonly packages: number;
    /** Kilograms. */
    readonly grossWeight: string;
    /** YYYY-MM-DD, in China. */
    readonly plannedOn: string;
    readonly sellerKind: "trader" | "factory";
    readonly lines: readonly {
      readonly line: number;
      readonly goodsNo: string;
      readonly gcode: string;
      readonly gname: string;
      /** Of the unit list. */
      readonly unit: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      /** CNY without VAT, of the whole line. */
      readonly netPurchase: string;
    }[];
  };
  NewWebhook: {
    /** Where events are sent: an HTTPS address on the open network. */
    readonly address: string;
    /** Kinds of events, e.g. `receipt.CEB622`, or all of a group, e.g. `list.*`. */
    readonly events: readonly string[];
    /** Your own word for it. */
    readonly label?: string;
  };
  Notification: {
    readonly notificationId: string;
    readonly kind: string;
    readonly text: Schemas['Bilingual'];
    /** How many events it tells of: those of an hour that come by the hundred are one. */
    readonly count: number;
    readonly firstAt: string;
    /** Of the newest event. */
    readonly happenedAt: string;
    /** What it is about, e.g. the order number of a list; of one event alone. */
    readonly about?: string;
    /** The page of the portal that shows it. */
    readonly place: string;
    readonly read: boolean;
  };
  NotificationKind: "list.held" | "list.refused" | "list.released" | "question.asked" | "question.answered" | "link.lost" | "link.failed" | "filing.applied" | "filing.checked" | "filing.returned" | "filing.approved" | "enterprise.expiring" | "enterprise.suspended" | "enterprise.resumed" | "enterprise.cancelled" | "goods.returned" | "goods.approved" | "transit.applied" | "transit.approved" | "transit.refused" | "transit.arrived" | "transit.alerted" | "transit.written_off" | "return.accepted" | "return.arrived" | "return.inspected" | "return.refused" | "cancellation.applied" | "cancellation.closed" | "cancellation.refused" | "delegation.proposed" | "delegation.accepted" | "delegation.declined" | "delegation.ended" | "summary.due" | "summary.overdue" | "summary.made" | "summary.cancelled" | "key.expiring" | "certificate.expiring" | "key.made" | "key.revoked" | "guarantee.low" | "guarantee.lapsed" | "tax.certified" | "tax.due" | "tax.overdue" | "export.held" | "export.refused" | "export.released" | "export.not_arrived" | "checklist.made" | "checklist.cancelled" | "gate.stopped" | "pass.found" | "display.overdue" | "parcel.set_apart" | "parcel.sorted" | "inspection.ordered" | "inspection.no_show" | "inspection.result" | "agency.refused" | "agency.link_down" | "webhook.disabled";
  NotificationMail: {
    /** Whether this platform sends mail at all. */
    readonly available: boolean;
    /** Where mail goes; your own, so in full. */
    readonly address?: string;
    readonly confirmedAt?: string;
    /** An address that waits for its code. */
    readonly pending?: {
      readonly address: string;
      readonly until: string;
    };
    readonly wishes?: {
      readonly language: "zh" | "en" | "th" | "vi" | "lo" | "my";
      readonly timeZone: "Asia/Shanghai" | "Asia/Bangkok" | "Asia/Ho_Chi_Minh" | "Asia/Vientiane" | "Asia/Yangon";
      readonly digest: "off" | "hourly" | "daily";
      /** Of a daily digest, where you are. */
      readonly digestHour: number;
    };
    /** Why nothing is sent: you said so, or the address takes nothing. */
    readonly stoppedFor?: "unsubscribed" | "refused";
  };
  NotificationMailWish: {
    readonly language?: "zh" | "en" | "th" | "vi" | "lo" | "my";
    readonly timeZone?: "Asia/Shanghai" | "Asia/Bangkok" | "Asia/Ho_Chi_Minh" | "Asia/Vientiane" | "Asia/Yangon";
    readonly digest?: "off" | "hourly" | "daily";
    readonly digestHour?: number;
    /** `true`: nothing is sent until it is `false`. */
    readonly stopped?: boolean;
  };
  NotificationPreferenceWish: {
    /** Kinds that are left out stay as they are. */
    readonly kinds?: readonly {
      readonly kind: Schemas['NotificationKind'];
      readonly shown?: boolean;
      readonly mail?: Schemas['MailWish'];
    }[];
    readonly mail?: Schemas['NotificationMailWish'];
  };
  NotificationPreferences: {
    /** Of what the caller is told, what of it is shown, and how it is mailed. */
    readonly kinds: readonly {
      readonly kind: Schemas['NotificationKind'];
      readonly text: Schemas['Bilingual'];
      readonly shown: boolean;
      readonly mail: Schemas['MailWish'];
    }[];
    readonly mail: Schemas['NotificationMail'];
  };
  NotificationsPage: {
    readonly notifications: readonly Schemas['Notification'][];
    /** How many have not been read; 100 stands for 100 and more. */
    readonly unread: number;
    readonly next?: string;
  };
  NotificationsRead: {
    readonly read: number;
    /** How many have not been read; 100 stands for 100 and more. */
    readonly unread: number;
  };
  OneTimePassword: {
    readonly password: string;
  };
  OpenedAgencyQuestion: {
    readonly question: Schemas['AgencyQuestion'];
    /** The fields the table of projections names for this agency, and no other. */
    readonly papers: Readonly<Record<string, {
      readonly head: Readonly<Record<string, string>>;
      readonly items: readonly Readonly<Record<string, string>>[];
    }>>;
    readonly now: string;
  };
  OverseasWarehouse: {
    /** Customs code of an enterprise. */
    readonly enterprise: string;
    /** A number of your own, 2 to 30 letters, digits and hyphens. */
    readonly warehouseNo: string;
    readonly name: string;
    /** Who runs it abroad. */
    readonly operator: string;
    readonly tenure: "own" | "leased" | "third-party" | "platform";
    /** Customs code of the country. */
    readonly country: string;
    readonly city: string;
    readonly address: string;
    readonly areaM2: string;
    readonly contractNo: string;
    /** YYYY-MM-DD, in China. */
    readonly contractFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly contractTo: string;
    readonly registrationNo: string | null;
    readonly closedOn: string | null;
  };
  OverseasWarehousesPage: {
    readonly warehouses: readonly ({
      /** Customs code of an enterprise. */
      readonly enterprise: string;
      /** A number of your own, 2 to 30 letters, digits and hyphens. */
      readonly warehouseNo: string;
      readonly name: string;
      /** Who runs it abroad. */
      readonly operator: string;
      readonly tenure: "own" | "leased" | "third-party" | "platform";
      /** Customs code of the country. */
      readonly country: string;
      readonly city: string;
      readonly address: string;
      readonly areaM2: string;
      readonly contractNo: string;
      /** YYYY-MM-DD, in China. */
      readonly contractFrom: string;
      /** YYYY-MM-DD, in China. */
      readonly contractTo: string;
      readonly registrationNo: string | null;
      readonly closedOn: string | null;
      readonly batches: number;
      /** Lines of goods of which something lies there. */
      readonly linesThere: number;
    })[];
    readonly next?: string;
  };
  OwnAccount: {
    readonly account: Schemas['Account'];
    readonly passwordChangedAt: string | null;
    /** Given by another: to be replaced before all else. */
    readonly passwordIsOneTime: boolean;
    /** Since when an authenticator app counts. */
    readonly totpSince: string | null;
    readonly needsSecondFactor: boolean;
    readonly passkeys: readonly Schemas['Passkey'][];
    readonly recoveryCodesLeft: number;
  };
  OwnAllowance: {
    /** This year first. */
    readonly years: readonly {
      readonly year: number;
      /** CNY, decimal. */
      readonly used: string;
      /** CNY, decimal. */
      readonly yearlyLimit: string;
    }[];
  };
  OwnCorrections: {
    readonly corrections: readonly ({
      readonly requestId: string;
      readonly wish: Schemas['CorrectionWish'];
      readonly about?: Schemas['PersonalDatum'];
      /** Customs code of the enterprise that has to answer, or `operator`. */
      readonly holder: string;
      readonly state: "open" | "answered" | "withdrawn";
      readonly askedAt: string;
      readonly dueAt: string;
      readonly overdue: boolean;
      readonly outcome?: Schemas['CorrectionOutcome'];
      readonly reason?: Schemas['CorrectionRefusal'];
      readonly endedAt?: string;
      /** Customs code, or `operator`. */
      readonly answeredAs?: string;
      readonly text: string;
      readonly value?: string;
      readonly holderName?: string;
      readonly answer?: string;
      readonly answerValue?: string;
    })[];
  };
  OwnData: {
    readonly madeAt: string;
    readonly papers: readonly {
      readonly paper: string;
      readonly orderNo: string;
      readonly ebpCode?: string;
      readonly sender: string;
      readonly receivedAt: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly notes: readonly Schemas['PaperNote'][];
      /** The last day its persons are kept, as things stand. */
      readonly keptUntil: string;
    }[];
    readonly allowance: readonly {
      readonly year: number;
      /** CNY, decimal. */
      readonly used: string;
      /** CNY, decimal. */
      readonly yearlyLimit: string;
    }[];
    readonly showings: readonly {
      readonly kind: string;
      readonly number: string;
      readonly at: string;
      readonly papers: readonly string[];
      readonly role: string;
      readonly reader: string;
      readonly reason: string;
    }[];
  };
  OwnIdentity: {
    readonly confirmed: boolean;
    readonly confirmedAt?: string;
  };
  OwnLists: {
    readonly lists: readonly {
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly platform: string;
      readonly seller: string;
      readonly goods: string;
      readonly items: number;
      /** CNY, decimal. */
      readonly value: string;
      /** CNY, decimal. */
      readonly tax?: string;
      readonly state: Schemas['ParcelState'];
      readonly words: {
        readonly zh: string;
        readonly en: string;
      };
      readonly receivedAt: string;
    }[];
  };
  OwnReturnState: "received" | "applied" | "accepted" | "arrived" | "inspected" | "closed" | "refused" | "withdrawn";
  OwnReturns: {
    readonly returns: readonly {
      readonly returnNo: string;
      readonly orderNo: string;
      readonly platform: string;
      readonly seller: string;
      readonly goods: string;
      readonly items: number;
      readonly state: Schemas['OwnReturnState'];
      readonly words: {
        readonly zh: string;
        readonly en: string;
      };
      readonly appliedAt: string;
      readonly movedAt: string;
      /** Last day for the goods to be back. */
      readonly arriveBy?: string;
      readonly arrivedOn?: string;
      /** Why it was refused. */
      readonly reasons: readonly {
        readonly zh: string;
        readonly en: string;
      }[];
      readonly givenBack?: {
        readonly at: string;
        /** CNY, decimal. */
        readonly tax: string;
        /** CNY, decimal. */
        readonly allowance: string;
      };
    }[];
  };
  OwnSendings: {
    /** The latest first. */
    readonly sendings: readonly ({
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly agency: {
        readonly zh: string;
        readonly en: string;
      };
      readonly at: string;
      /** desk: shown to an officer of it here. */
      readonly way: "link" | "desk";
      readonly grounds: readonly ({
        readonly purpose: {
          readonly zh: string;
          readonly en: string;
        };
        /** The law or notice that lets the agency ask for it. */
        readonly basis: string;
        readonly fields: readonly ({
          readonly document: string;
          readonly field: string;
          /** digest: cannot be turned back, and differs from agency to agency. */
          readonly form: "clear" | "masked" | "digest";
        })[];
      })[];
    })[];
  };
  OwnSessions: {
    readonly sessions: readonly ({
      readonly sessionId: string;
      readonly factors: readonly ("password" | "totp" | "recovery-code" | "passkey" | "key" | "agency" | "agency-factor")[];
      readonly openedAt: string;
      readonly lastSeenAt: string;
      readonly endsAt: string;
      readonly address: string;
      readonly browser: string;
      readonly current: boolean;
    })[];
  };
  Paper: {
    /** CEB311Message … */
    readonly root: string;
    readonly receivedAt: string;
    /** Received after the latest decision, which rests on what was there before. */
    readonly changedSince: boolean;
    readonly version: {
      readonly appType: string;
      readonly appTime: string;
    };
    /** Present fields only. */
    readonly head: Readonly<Record<string, string>>;
    readonly items: readonly Readonly<Record<string, string>>[];
    /** All fields, in the standard's order. */
    readonly headFields: readonly Schemas['PaperField'][];
    readonly itemFields: readonly Schemas['PaperField'][];
    /** Field name → code found in this paper → its name. */
    readonly codes?: Readonly<Record<string, Readonly<Record<string, Schemas['Bilingual']>>>>;
  };
  PaperField: {
    /** The standard's element name, e.g. acturalPaid. */
    readonly name: string;
    readonly zh: string;
    readonly en: string;
    readonly masked?: boolean;
  };
  PaperKind: "order" | "payment" | "waybill" | "declaration";
  /** Stands beside a paper customs has decided on, which is not rewritten: what was found to be right. */
  PaperNote: {
    readonly field: string;
    /** What is right. */
    readonly value?: string;
    readonly text: string;
    /** Customs code of who says so, or `operator`. */
    readonly by: string;
    readonly at: string;
  };
  PaperworkPage: {
    /** The side that is shown. */
    readonly side: "sent" | "principal" | "platform" | "seller";
    /** Sides there are of this kind. */
    readonly sides: readonly ("sent" | "principal" | "platform" | "seller")[];
    readonly rows: readonly Schemas['PaperworkRow'][];
    /** How many there are, counted up to 200,000. */
    readonly total: number;
    /** The search went through so many of the newest; absent where it went through all. */
    readonly among?: number;
    readonly now: string;
  };
  PaperworkRow: {
    /** Tells rows of one kind apart. */
    readonly key: string;
    readonly orderNo: string;
    /** The document's own number: of the payment, or of the waybill. */
    readonly number?: string;
    /** The firms it names, the one it belongs to first. */
    readonly firms: readonly {
      readonly code: string;
      readonly name: string;
    }[];
    /** Decimal text: paid for the order, paid, or the freight. */
    readonly amount?: string;
    readonly currency: string;
    /** Buyer, payer or consignee; masked. */
    readonly person?: string;
    /** What the first goods line or the waybill says. */
    readonly goods?: string;
    readonly itemCount: number;
    readonly receivedAt: string;
    /** Status of the latest receipt to it. */
    readonly status: string;
    readonly deleted: boolean;
    readonly sender: string;
    /** Customs code of whom a delegate handed it in for. */
    readonly sentFor?: string;
  };
  ParcelQuestion: {
    /** Order number, waybill number or list number, whole. */
    readonly number: string;
    /** Last four digits of the telephone number given with the order. */
    readonly phone: string;
  };
  ParcelState: "announced" | "checking" | "with-customs" | "held" | "released" | "returned" | "withdrawn";
  ParcelView: {
    readonly state: Schemas['ParcelState'];
    readonly words: {
      readonly zh: string;
      readonly en: string;
    };
    readonly since?: string;
    readonly platform?: string;
    readonly carrier?: string;
  };
  Pass: {
    /** Number of a pass. */
    readonly passNo: string;
    /** out: leaves the zone at the second line; in: enters it at the first. */
    readonly direction: "out" | "in";
    /** Customs code of an enterprise. */
    readonly owner: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    readonly plate: string;
    readonly state: "made" | "stopped" | "passed" | "void";
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly tareKg: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly packingKg: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly goodsKg: string;
    readonly checklists: number;
    readonly lists: number;
    /** Whether the random check fell on it. */
    readonly drawn?: boolean;
    /** YYYY-MM-DD, in China. */
    readonly drawnOn?: string;
    readonly check: "none" | "clear" | "found";
    readonly checkNote: string;
    readonly madeAt: string;
    readonly settledAt?: string;
  };
  PassCheck: {
    readonly result: "clear" | "found";
    readonly note?: string;
  };
  Passage: {
    /** The lane, as the park names it. */
    readonly gate: string;
    /** Number the gate gives to one coming of a vehicle. */
    readonly eventNo: string;
    readonly at: string;
    readonly passNo: string;
    readonly plate: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly weightKg?: string;
    readonly answer: "open" | "stop";
    /** Why a vehicle is stopped: everything, not the first. */
    readonly reasons: readonly Schemas['Finding'][];
  };
  PassageAnswer: {
    /** The lane, as the park names it. */
    readonly gate: string;
    /** Number the gate gives to one coming of a vehicle. */
    readonly eventNo: string;
    readonly at: string;
    readonly passNo: string;
    readonly plate: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly weightKg?: string;
    readonly answer: "open" | "stop";
    /** Why a vehicle is stopped: everything, not the first. */
    readonly reasons: readonly Schemas['Finding'][];
    /** Whether this coming had been answered before. */
    readonly repeated: boolean;
  };
  Passages: {
    readonly passages: readonly Schemas['Passage'][];
    readonly next?: string;
  };
  Passes: {
    readonly passes: readonly Schemas['Pass'][];
    readonly next?: string;
  };
  Passkey: {
    readonly passkeyId: string;
    readonly name: string;
    readonly madeAt: string;
    readonly lastUsedAt: string | null;
  };
  /** AuthenticationResponseJSON of WebAuthn. */
  PasskeyAnswer: {
    readonly id: string;
    readonly rawId: string;
    readonly type: "public-key";
    /** None is asked for. */
    readonly clientExtensionResults: {

    };
    readonly response: {
      readonly clientDataJSON: string;
      readonly authenticatorData: string;
      readonly signature: string;
      readonly userHandle?: string;
    };
  };
  PasskeyAsked: {
    readonly challenge: string;
    /** Milliseconds the challenge is good for, once. */
    readonly timeout: number;
    readonly rpId: string;
    /** By PIN, fingerprint or face. */
    readonly userVerification: "required";
  };
  PasskeyBegun: {
    readonly challenge: string;
    /** Milliseconds the challenge is good for, once. */
    readonly timeout: number;
    readonly rp: {
      readonly id: string;
      readonly name: string;
    };
    readonly user: {
      readonly id: string;
      readonly name: string;
      readonly displayName: string;
    };
    readonly pubKeyCredParams: readonly {
      readonly type: "public-key";
      readonly alg: number;
    }[];
    readonly excludeCredentials: readonly {
      readonly type: "public-key";
      readonly id: string;
    }[];
    readonly authenticatorSelection: {
      readonly residentKey: "required";
      readonly requireResidentKey: boolean;
      /** By PIN, fingerprint or face. */
      readonly userVerification: "required";
    };
    readonly attestation: "none";
  };
  PasskeyMade: {
    /** What its owner calls it. */
    readonly name: string;
    /** RegistrationResponseJSON of WebAuthn. */
    readonly passkey: {
      readonly id: string;
      readonly rawId: string;
      readonly type: "public-key";
      /** None is asked for. */
      readonly clientExtensionResults: {

      };
      readonly response: {
        readonly clientDataJSON: string;
        readonly attestationObject: string;
        readonly transports?: readonly string[];
      };
    };
  };
  PasskeyNamed: {
    /** What its owner calls it. */
    readonly name: string;
    readonly password: string;
  };
  PasswordAgain: {
    readonly password: string;
  };
  PasswordOnce: {
    /** The present one; a newcomer leaves it out. */
    readonly password?: string;
  };
  /** One realTimeDataUp sent, and what came back. */
  PaymentDataAttempt: {
    readonly number: number;
    readonly beganAt: string;
    readonly endedAt: string;
    readonly certificateNumber: string;
    readonly httpStatus?: number;
    readonly code?: string;
    readonly message?: string;
    readonly fault?: string;
  };
  PaymentDataRequest: {
    readonly sessionID: string;
    readonly orderNo: string;
    /** Absent until it is known which platform had the order. */
    readonly ebpCode?: string;
    readonly payTransactionId?: string;
    readonly state: "asked" | "answered" | "refused" | "overdue";
    readonly askedAt: string;
    readonly dueAt: string;
    readonly settledAt?: string;
    /** How far customs' clock was ahead of ours when it asked. */
    readonly clockOffMs: number;
    readonly tries: number;
    /** Customs' latest answer: 10000, 20000, 20001 … 21000. */
    readonly code?: string;
    readonly message?: string;
    /** Why there was no answer: NO-PAYMENT (no record handed in yet), SIGNER (the key cannot be used), TIMEOUT, HTTP-STATUS, ECONNREFUSED … */
    readonly fault?: string;
    readonly meaning?: Schemas['Bilingual'];
    readonly remedy?: Schemas['Bilingual'];
    /** Every sending; empty in lists. */
    readonly attempts: readonly Schemas['PaymentDataAttempt'][];
  };
  PaymentDataRequests: {
    readonly requests: readonly Schemas['PaymentDataRequest'][];
    readonly next?: string;
  };
  /** A raw payment record, masked. */
  PaymentRecord: {
    readonly recordedAt: string;
    /** The fields of the notice without the raw texts; the amount in the characters it came in. */
    readonly payExchangeInfoHead: Readonly<Record<string, string>>;
    readonly initalRequest: Schemas['MeasuredText'];
    readonly initalResponse: Schemas['MeasuredText'];
    readonly payExchangeInfoLists: readonly {
      readonly orderNo: string;
      readonly goodsInfo: readonly {
        readonly gname: string;
        readonly itemLink: string;
      }[];
      /** Masked. */
      readonly recpAccount: string;
      readonly recpCode?: string;
      readonly recpName: string;
    }[];
  };
  PaymentRecords: {
    readonly payments: readonly Schemas['PaymentRecord'][];
    readonly next?: string;
  };
  PaymentVerdict: {
    /** Position in the call, from 0. */
    readonly index: number;
    readonly payTransactionId?: string;
    readonly orderNos: readonly string[];
    readonly verdict: "accepted" | "repeated" | "refused";
    readonly findings: readonly Schemas['Finding'][];
  };
  /** Given after everything accepted is on disk. */
  PaymentsAnswer: {
    readonly accepted: number;
    readonly repeated: number;
    readonly refused: number;
    readonly payments: readonly Schemas['PaymentVerdict'][];
  };
  Permission: {
    /** As in docs/field/access.md, e.g. lists. */
    readonly resource: string;
    /** E.g. read. */
    readonly action: string;
    /** Whose: those of the caller's organisation, those of the zone, or what anyone may have. */
    readonly scope: "own" | "zone" | "public";
  };
  PersonalDatum: {
    readonly paper: "order" | "payment" | "waybill" | "declaration";
    readonly orderNo: string;
    readonly ebpCode?: string;
    /** In the standard's names, e.g. consigneeAddress. */
    readonly field: string;
  };
  PlacedFinding: {
    /** Stable code, e.g. CEB-LENGTH or MATCH-BUYER-NAME. */
    readonly code: string;
    readonly level: "structure" | "field" | "business";
    /** In the standard's own names, e.g. Order[2]/OrderHead/buyerName. */
    readonly path: string;
    readonly message: Schemas['Bilingual'];
    readonly remedy: Schemas['Bilingual'];
    readonly rule?: string;
    readonly evidence?: readonly Schemas['Evidence'][];
    readonly part: "head" | "line" | "whole";
    /** Place of the goods line, from 0. */
    readonly line?: number;
    readonly field?: string;
    /** If it is handed in so: refused, it is not taken in; returned, its list is sent back; review, an officer looks at it; advice, nothing. */
    readonly consequence: "refused" | "returned" | "review" | "advice";
  };
  PlatDataOpenAnswer: {
    readonly code: "10000" | "20000";
    readonly message: string;
    readonly serviceTime: number;
  };
  PositionAnswers: {
    /** In the order they were reported. */
    readonly positions: readonly ({
      readonly outcome: "kept" | "repeated" | "refused";
      readonly finding?: Schemas['Finding'];
    })[];
  };
  PrincipalContract: {
    /** Customs code of an enterprise. */
    readonly agent: string;
    readonly contractNo: string;
    readonly principalUscc: string;
    readonly principalName: string;
    readonly principal: string | null;
    readonly goods: string;
    /** YYYY-MM-DD, in China. */
    readonly validFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly validTo: string;
    readonly state: "proposed" | "in-force" | "ended" | "declined";
  };
  PrincipalContractsPage: {
    readonly contracts: readonly Schemas['PrincipalContract'][];
    readonly next?: string;
  };
  PrincipalExport: {
    /** Customs code of an enterprise. */
    readonly agent: string;
    readonly exportNo: string;
    readonly contractNo: string;
    readonly principalUscc: string;
    readonly principalName: string;
    readonly amount: string;
    /** YYYY-MM-DD, in China. */
    readonly exportedOn: string;
  };
  PrincipalReport: {
    /** YYYY-MM-DD, in China. */
    readonly from: string;
    /** YYYY-MM-DD, in China. */
    readonly to: string;
    readonly sums: readonly {
      readonly agent: string;
      readonly principalUscc: string;
      readonly principalName: string;
      readonly exports: number;
      /** CNY. */
      readonly amount: string;
    }[];
  };
  PrintRequest: {
    readonly kind: Schemas['SheetKind'];
    readonly lists: readonly {
      readonly ebpCode: string;
      readonly orderNo: string;
    }[];
  };
  /** RFC 9457 problem details. */
  Problem: {
    /** Where the code is explained, on the same server. */
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail?: string;
    /** The request, by the name in the header `x-request-id`. */
    readonly instance: string;
    /** Stable code, e.g. LIST-NOT-FOUND. */
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly findings?: readonly Schemas['Finding'][];
  };
  PurchaseInvoicesFiled: {
    readonly filed: number;
    /** On file already, with the same contents. */
    readonly repeated: number;
    /** Lines of exports that invoices cover now and did not before. */
    readonly backed: number;
  };
  PurchaseInvoicesPage: {
    readonly invoices: readonly {
      /** Customs code of an enterprise. */
      readonly enterprise: string;
      readonly invoiceNo: string;
      /** YYYY-MM-DD, in China. */
      readonly invoicedOn: string;
      readonly sellerName: string;
      readonly net: string;
      readonly vat: string;
      readonly lines: number;
      /** Lines of it that back exports with all they bought. */
      readonly usedUp: number;
    }[];
    readonly next?: string;
  };
  QuestionAnswer: {
    readonly text: string;
  };
  QuestionsPage: {
    readonly items: readonly {
      readonly ebpCode: string;
      readonly orderNo: string;
      readonly goodsName: string;
      /** returnStatus the list stands at: 300, 500, 501 … */
      readonly status: string;
      readonly reason: {
        readonly zh: string;
        readonly en: string;
        readonly code: string;
      };
      readonly note: string;
      readonly askedAt: string;
      readonly answerDueAt: string;
    }[];
    readonly next?: string;
    readonly now: string;
  };
  /** The buyer in the calendar year; `used` includes `thisList`. Not for an enterprise: it tells of purchases elsewhere. */
  QuotaView: {
    readonly year: number;
    /** CNY, decimal text, at most 5 decimals. */
    readonly limit: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly used: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly thisList: string;
  };
  ReadNotifications: {
    /** Those that have been read, … */
    readonly ids?: readonly string[];
    /** … or all that happened until then: `happenedAt` of the newest one that was seen. */
    readonly until?: string;
  };
  Reason: {
    /** Kept with the evidence. */
    readonly reason: string;
  };
  Reasons: {
    readonly reasons: string;
    /** Number or name of the paper it rests on. */
    readonly paper?: string;
  };
  Receipt: {
    readonly cursor: string;
    readonly type: string;
    readonly orderNo: string | null;
    readonly returnStatus: string;
    /** YYYYMMDDhhmmssSSS, China time. */
    readonly returnTime: string;
    readonly returnInfo: string;
    /** The receipt's other fields; of a message with items, the items under the name of their element. */
    readonly body: Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
  };
  ReceiptsPage: {
    readonly receipts: readonly Schemas['Receipt'][];
    /** Cursor for the next call. */
    readonly next?: string;
  };
  RecoveryCodes: {
    /** Each good once. Shown only now. */
    readonly codes: readonly string[];
  };
  RefundClaim: {
    /** Customs code of an enterprise. */
    readonly enterprise: string;
    readonly claimNo: string;
    /** Month in China in which the goods left, YYYY-MM. */
    readonly month: string;
    readonly state: Schemas['RefundClaimState'];
    readonly lines: number;
    /** Purchases without tax, CNY. */
    readonly net: string;
    /** What is asked for, CNY. */
    readonly refund: string;
    readonly acceptedLines?: number;
    readonly acceptedRefund?: string;
    /** To be repaid for goods that came back, CNY (R-1.42). */
    readonly repay: string;
    readonly draftedAt: string;
    readonly handedInAt?: string;
    readonly settledAt?: string;
    readonly reason?: string;
  };
  /** Accepted but for lines that are refused, or refused as a whole; what is refused may be claimed again. */
  RefundClaimDecision: {
    readonly verdict: "accept";
    readonly refused?: readonly {
      readonly invtNo: string;
      readonly gnum: number;
      readonly reason: string;
    }[];
  } | {
    readonly verdict: "refuse";
    readonly reason: string;
  };
  RefundClaimLines: {
    readonly lines: readonly {
      readonly invtNo: string;
      readonly gnum: number;
      readonly entryId: string;
      /** YYYY-MM-DD, in China. */
      readonly departedOn: string;
      readonly gcode: string;
      readonly gname: string;
      readonly unit: string;
      readonly quantity: string;
      readonly net: string;
      readonly vat: string;
      readonly refundRate: string;
      readonly refund: string;
      /** Input tax that is not refunded: part of the cost. */
      readonly toCost: string;
      /** Whether the claim still asks for it, or got it. */
      readonly live: boolean;
      readonly refusedBecause?: string;
    }[];
    readonly next?: string;
  };
  RefundClaimState: "drafted" | "handed-in" | "accepted" | "refused" | "withdrawn";
  RefundClaimsPage: {
    readonly claims: readonly Schemas['RefundClaim'][];
    readonly next?: string;
  };
  /** A message kept as evidence but not taken in; a CEB900 receipt says so too. */
  RefusedMessage: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly instance: string;
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly messageId: string;
    readonly findings: readonly Schemas['Finding'][];
  };
  RegisterPage: {
    readonly enterprises: readonly Schemas['RegisteredEnterprise'][];
    readonly next?: string;
  };
  RegisteredEnterprise: {
    /** Ten characters, e.g. 5301960001. */
    readonly customsCode: string;
    readonly uscc: string;
    readonly name: string;
    readonly nameEn?: string;
    readonly roles: readonly ("EBP" | "EBC" | "PAY" | "LGS" | "DCL" | "IAC" | "SVC" | "OWH" | "PARK" | "BANK" | "INS")[];
    readonly customsOffice: string;
    readonly state: "active" | "suspended" | "closed";
    /** YYYY-MM-DD. */
    readonly validFrom: string;
    /** YYYY-MM-DD. */
    readonly validTo?: string;
  };
  Replayed: {
    readonly messageId: string;
    readonly state: "waiting";
  };
  /** What is kept, for how long and why. */
  Retention: {
    readonly rows: readonly ({
      readonly kind: string;
      readonly zh: string;
      readonly en: string;
      readonly countedFrom: string;
      readonly rule: string;
      readonly months?: number;
      readonly afterwards: "pseudonymise" | "erase" | "keep";
      /** `nobody` where it is kept longer than it would have to be. */
      readonly doneBy: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
  };
  RetentionRecord: {
    readonly holds: readonly {
      readonly holdId: string;
      readonly orderNo?: string;
      readonly reason: string;
      readonly paperNo: string;
      readonly setAt: string;
      readonly liftedAt?: string;
      readonly liftReason?: string;
    }[];
    readonly runs: readonly {
      readonly beganAt: string;
      readonly endedAt: string;
      readonly erased: Readonly<Record<string, number>>;
      readonly held: Readonly<Record<string, number>>;
    }[];
  };
  ReturnAnnounced: {
    /** Where the parcel is there already. */
    readonly parcelNo?: string;
  };
  ReturnAnnouncement: {
    /** What the label says: number of the waybill back, or of the waybill, order or list it left by. */
    readonly scanned: string;
    readonly orderNo: string;
    readonly ebpCode: string;
  };
  ReturnArrival: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    /** YYYY-MM-DD, in China. */
    readonly arrivedOn: string;
    readonly note?: string;
  };
  ReturnCentre: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly address: string;
    /** Office of customs of the zone. */
    readonly customsCode: string;
    /** The warehouse enterprise that keeps it; who files it answers for its credit (2021-70: not discredited). */
    readonly owner: string;
    /** YYYY-MM-DD, in China. */
    readonly openedOn: string;
    /** Last day, inclusive. */
    readonly validTo?: string;
    /** Code of the centre, given by the park. */
    readonly centreCode: string;
  };
  ReturnCentres: {
    readonly centres: readonly Schemas['ReturnCentre'][];
    readonly next?: string;
  };
  ReturnDetail: {
    readonly file: {
      /** Number the platform gave it (preNo). */
      readonly returnNo: string;
      /** Of import or of export lists. */
      readonly direction: "import" | "export";
      /** cancellation: a list as a whole (CEB623, CEB605); return: goods of it come back (CEB625, CEB213). */
      readonly kind: "cancellation" | "return";
      /** received: the rules look at it next; applied: customs decides; accepted: the goods are awaited; arrived: they wait to be looked at; inspected: tax and allowance are given back, exported goods wait for their tax; closed: done with. */
      readonly state: "received" | "applied" | "accepted" | "arrived" | "inspected" | "closed" | "refused" | "withdrawn";
      /** As you have seen it; it grows with every step. */
      readonly revision: number;
      /** Empty where the list of an export is not on file. */
      readonly orderNo: string;
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      /** Customs code of an enterprise. */
      readonly ebcCode: string;
      /** Customs code of an enterprise. */
      readonly agentCode: string;
      /** Customs code of an enterprise. */
      readonly sender: string;
      readonly copNo: string;
      readonly invtNo: string;
      readonly customsCode: string;
      readonly tradeMode: string;
      /** Account book of bonded goods. */
      readonly emsNo: string | null;
      readonly logisticsNo: string;
      readonly reason: string;
      readonly appliedAt: string;
      readonly movedAt: string;
      /** Day of release of the list. */
      readonly releasedOn: string | null;
      /** Last day to apply (R-1.40, R-1.41). */
      readonly applyBy: string | null;
      /** Last day for the goods to be back (R-1.40, R-1.41). */
      readonly arriveBy: string | null;
      readonly arrivedOn: string | null;
      /** Of exported goods: last day to come back free of tax (R-1.42). */
      readonly taxFreeBy: string | null;
      /** Of exported goods, once looked at: why they are back. */
      readonly cause: "unsold" | "sent-back" | "other" | null;
      /** That no export refund is kept. */
      readonly proof: {
        readonly kind: "repaid" | "not-refunded";
        readonly number: string;
      } | null;
      /** Whether all exported goods came in free of tax; null while nobody has looked. */
      readonly taxFree: boolean | null;
      /** Codes of findings. */
      readonly refusedFor: readonly string[];
    };
    readonly lines: readonly ({
      /** Number of the line in the list. */
      readonly gnum: number;
      readonly gcode: string;
      readonly gname: string;
      readonly unit: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly bought: string;
      /** Null while nobody has looked. */
      readonly original: boolean | null;
      readonly saleable: boolean | null;
      /** How much has gone where it was to go. */
      readonly disposed: string;
      /** Of exported goods that have been looked at. */
      readonly taxFree: boolean | null;
      /** Codes of findings. */
      readonly taxedBecause: readonly string[];
    })[];
    /** What it gave back: CNY, kilograms, the unit of the book, or for the value of exported goods their currency. */
    readonly given: readonly ({
      /** Number of the line in the list. */
      readonly gnum: number;
      readonly kind: "tax" | "allowance" | "weight" | "stock" | "value";
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly amount: string;
      readonly ledger: string;
    })[];
    readonly dispositions: readonly ({
      /** Number of the line in the list. */
      readonly gnum: number;
      readonly kind: "resale" | "ship-back" | "destruction";
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      readonly paper: string;
      readonly note: string;
      readonly at: string;
    })[];
    readonly steps: readonly ({
      readonly at: string;
      /** received: the rules look at it next; applied: customs decides; accepted: the goods are awaited; arrived: they wait to be looked at; inspected: tax and allowance are given back, exported goods wait for their tax; closed: done with. */
      readonly to: "received" | "applied" | "accepted" | "arrived" | "inspected" | "closed" | "refused" | "withdrawn";
      readonly by: "rules" | "sender" | "centre" | "officer" | "site";
      readonly note: string;
      readonly findings: readonly Schemas['Finding'][];
    })[];
  };
  ReturnDisposition: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    /** Number of the line in the list. */
    readonly gnum: number;
    readonly kind: "resale" | "ship-back" | "destruction";
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly quantity: string;
    /** Number of the paper that proves it. */
    readonly paper: string;
    readonly note?: string;
  };
  ReturnHandedIn: {
    readonly messageId: string;
    readonly verdict: "accepted" | "repeated" | "refused";
    readonly status: string;
    readonly info: string;
    readonly findings: readonly Schemas['Finding'][];
  };
  ReturnIdentification: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    readonly orderNo: string;
    readonly ebpCode: string;
  };
  ReturnInspection: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    readonly lines: readonly {
      /** Number of the line in the list. */
      readonly gnum: number;
      /** The goods that were sold, as they were. */
      readonly original: boolean;
      /** They may be sold again. */
      readonly saleable: boolean;
    }[];
    readonly note?: string;
    /** Of exported goods: why they are back, and the proof that no refund is kept. */
    readonly exported?: {
      readonly cause: "unsold" | "sent-back" | "other";
      readonly proof?: {
        readonly kind: "repaid" | "not-refunded";
        readonly number: string;
      };
    };
  };
  ReturnOfParcels: {
    readonly parcels: readonly string[];
    readonly reason: string;
  };
  ReturnOfParcelsHandedIn: {
    readonly messageId: string;
    readonly verdict: "accepted" | "repeated" | "refused";
    readonly status: string;
    readonly info: string;
    readonly findings: readonly Schemas['Finding'][];
  };
  ReturnParcel: {
    /** Number the platform gave the parcel. */
    readonly parcelNo: string;
    /** Code of the centre, given by the park. */
    readonly centreCode: string;
    readonly scanned: string;
    readonly state: Schemas['ReturnParcelState'];
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    readonly receivedAt: string;
    /** YYYY-MM-DD, in China. */
    readonly receivedOn: string;
    readonly movedAt: string;
    readonly orderNo?: string;
    readonly ebpCode?: string;
    readonly invtNo?: string;
    /** Last day to hand its return in (R-1.40). */
    readonly applyBy?: string;
    /** Last day for its goods to be back (R-1.40). */
    readonly arriveBy?: string;
    /** Codes of findings: what speaks against a return of it. */
    readonly bars: readonly ("CENTRE-NOT-RELEASED" | "CENTRE-MODE" | "CENTRE-OFFICE" | "CENTRE-TOO-LATE" | "CENTRE-OWNER" | "CENTRE-DAYS" | "CENTRE-LINE" | "CENTRE-QUANTITY" | "CENTRE-NOTHING" | "CENTRE-PARCEL")[];
    /** The parcel it was set apart from. */
    readonly splitOf?: string;
    /** The return it is on. */
    readonly returnNo?: string;
    readonly returnState?: string;
    /** Number of the paper that proves how it left. */
    readonly paper?: string;
  };
  ReturnParcelDetail: {
    readonly parcel: Schemas['ReturnParcel'];
    readonly goods: readonly {
      /** Number of the line in the list. */
      readonly gnum: number;
      readonly gcode: string;
      readonly gname: string;
      readonly unit: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly bought: string;
      /** What lies in this parcel; absent until it is sorted. */
      readonly quantity?: string;
    }[];
    readonly steps: readonly {
      readonly at: string;
      readonly to: Schemas['ReturnParcelState'];
      readonly note: string;
    }[];
  };
  ReturnParcelEnd: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    readonly way: "sent-back" | "destroyed";
    /** Number of the waybill, or of the record of the destruction. */
    readonly paper: string;
    readonly note?: string;
  };
  /** unidentified: kept, nobody knows its list yet; identified: to be sorted; sorted: may come back; set-apart: may not; listed: on a return; sent-back: out of the zone; destroyed. */
  ReturnParcelState: "unidentified" | "identified" | "sorted" | "set-apart" | "listed" | "sent-back" | "destroyed";
  ReturnParcels: {
    readonly parcels: readonly Schemas['ReturnParcel'][];
    /** How many stand in each open state. */
    readonly waiting: Readonly<Record<string, number>>;
    readonly next?: string;
  };
  ReturnScan: {
    /** What the label says: number of the waybill back, or of the waybill, order or list it left by. */
    readonly scanned: string;
  };
  ReturnScanned: {
    readonly parcel: Schemas['ReturnParcel'];
    readonly goods: readonly {
      /** Number of the line in the list. */
      readonly gnum: number;
      readonly gcode: string;
      readonly gname: string;
      readonly unit: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly bought: string;
      /** What lies in this parcel; absent until it is sorted. */
      readonly quantity?: string;
    }[];
    readonly steps: readonly {
      readonly at: string;
      readonly to: Schemas['ReturnParcelState'];
      readonly note: string;
    }[];
    /** It had been taken in before. */
    readonly again: boolean;
  };
  ReturnSorting: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    readonly lines: readonly {
      /** Number of the line in the list. */
      readonly gnum: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly fit: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly unfit: string;
    }[];
    readonly note?: string;
  };
  ReturnVerdict: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
    readonly verdict: "accepted" | "refused";
    readonly reason: string;
  };
  ReturnWithdrawal: {
    /** As you have seen it; it grows with every step. */
    readonly revision: number;
  };
  Returns: {
    readonly returns: readonly ({
      /** Number the platform gave it (preNo). */
      readonly returnNo: string;
      /** Of import or of export lists. */
      readonly direction: "import" | "export";
      /** cancellation: a list as a whole (CEB623, CEB605); return: goods of it come back (CEB625, CEB213). */
      readonly kind: "cancellation" | "return";
      /** received: the rules look at it next; applied: customs decides; accepted: the goods are awaited; arrived: they wait to be looked at; inspected: tax and allowance are given back, exported goods wait for their tax; closed: done with. */
      readonly state: "received" | "applied" | "accepted" | "arrived" | "inspected" | "closed" | "refused" | "withdrawn";
      /** As you have seen it; it grows with every step. */
      readonly revision: number;
      /** Empty where the list of an export is not on file. */
      readonly orderNo: string;
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      /** Customs code of an enterprise. */
      readonly ebcCode: string;
      /** Customs code of an enterprise. */
      readonly agentCode: string;
      /** Customs code of an enterprise. */
      readonly sender: string;
      readonly copNo: string;
      readonly invtNo: string;
      readonly customsCode: string;
      readonly tradeMode: string;
      /** Account book of bonded goods. */
      readonly emsNo: string | null;
      readonly logisticsNo: string;
      readonly reason: string;
      readonly appliedAt: string;
      readonly movedAt: string;
      /** Day of release of the list. */
      readonly releasedOn: string | null;
      /** Last day to apply (R-1.40, R-1.41). */
      readonly applyBy: string | null;
      /** Last day for the goods to be back (R-1.40, R-1.41). */
      readonly arriveBy: string | null;
      readonly arrivedOn: string | null;
      /** Of exported goods: last day to come back free of tax (R-1.42). */
      readonly taxFreeBy: string | null;
      /** Of exported goods, once looked at: why they are back. */
      readonly cause: "unsold" | "sent-back" | "other" | null;
      /** That no export refund is kept. */
      readonly proof: {
        readonly kind: "repaid" | "not-refunded";
        readonly number: string;
      } | null;
      /** Whether all exported goods came in free of tax; null while nobody has looked. */
      readonly taxFree: boolean | null;
      /** Codes of findings. */
      readonly refusedFor: readonly string[];
      readonly firstGoods: string | null;
      readonly lineCount: number;
    })[];
    /** How many stand in each open state. */
    readonly waiting: Readonly<Record<string, number>>;
    readonly next?: string;
  };
  RotatedKey: {
    readonly keyId: string;
    /** How its token begins; the rest is shown when it is made. */
    readonly prefix: string;
    readonly label: string;
    /** Left out: all a clerk may do. */
    readonly scopes?: readonly Schemas['KeyScope'][];
    /** Of an operator of the platform. */
    readonly operator: boolean;
    /** ending: another key has taken over, this one works until expiresAt. */
    readonly state: "active" | "ending" | "expired" | "revoked";
    readonly madeAt: string;
    /** Account or key it was made with; left out: by the operator at the command line. */
    readonly madeBy?: string;
    /** Who answers for it: who made it, or owns the key it was made with. What the key asks for this account does not approve. */
    readonly owner?: {
      readonly accountId: string;
      readonly login: string;
      readonly name: string;
    };
    readonly expiresAt?: string;
    /** At most a minute late. */
    readonly lastUsedAt?: string;
    readonly replacedBy?: string;
    readonly revokedAt?: string;
    /** `chk_…`; shown in this answer only. */
    readonly token: string;
    /** Until then the former key works as well. */
    readonly formerUntil: string;
  };
  /** watch: reports and does not decide. */
  RuleMode: "live" | "watch";
  RuleRow: {
    readonly group: "list" | "matching" | "risk" | "tax" | "figure";
    readonly code: string;
    readonly sentence: Schemas['Bilingual'];
    /** Of a figure. */
    readonly value?: string;
    readonly unit?: string;
    readonly rule: string;
    readonly source: string;
    readonly confidence: Schemas['Confidence'];
    readonly from: string;
    /** Last day; absent while it is open. */
    readonly to?: string;
    readonly mode?: Schemas['RuleMode'];
  };
  RulebookEdition: {
    /** Twelve characters of the digest of all its tables and rules. */
    readonly edition: string;
    readonly rows: readonly Schemas['RuleRow'][];
  };
  Rulebooks: {
    /** Twelve characters of the digest of all its tables and rules. */
    readonly current: string;
    /** Latest first. */
    readonly editions: readonly {
      /** Twelve characters of the digest of all its tables and rules. */
      readonly edition: string;
      readonly firstUsedAt: string;
    }[];
  };
  SampledLists: {
    readonly lists: readonly ({
      readonly orderNo: string;
      readonly ebpCode: string;
      readonly recipient: string;
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      readonly at: string;
      /** Rows of the table of rates that made it, joined by blanks. */
      readonly why: string;
      /** Share of the lists that is drawn on average, at most 1. */
      readonly rate: string;
      /** watch: drawn and noted; live: what is drawn is inspected before it is released. */
      readonly mode: "watch" | "live";
    })[];
    readonly next?: string;
  };
  SamplingBatches: {
    readonly batches: readonly ({
      readonly batchNo: string;
      readonly at: string;
      /** Rows of the table of rates that made it, joined by blanks. */
      readonly why: string;
      /** watch: drawn and noted; live: what is drawn is inspected before it is released. */
      readonly mode: "watch" | "live";
      /** The lists, in order: SHA-256 of the JSON text ["sampling candidate", ebpCode, orderNo]. */
      readonly candidates: readonly string[];
      /** As `chama draw verify` takes it. */
      readonly record: {
        readonly purpose: string;
        /** Share of the lists that is drawn on average, at most 1. */
        readonly rate: string;
        readonly seedDigest: string;
        readonly seed: string;
        readonly candidatesDigest: string;
        readonly candidates: number;
        readonly drawn: readonly string[];
      };
    })[];
    readonly next?: string;
  };
  SamplingDay: {
    /** YYYY-MM-DD, in China. */
    readonly day: string;
    readonly purpose: string;
    readonly committedAt: string;
    /** SHA-256 of the secret: what was committed to. */
    readonly seedDigest: string;
  };
  SamplingDays: {
    readonly draws: readonly Schemas['SamplingDay'][];
    readonly next?: string;
  };
  SamplingPlan: {
    readonly rows: readonly ({
      readonly code: string;
      readonly kind: "goods" | "share" | "least" | "raised";
      /** Share of the lists that is drawn on average, at most 1. */
      readonly value: string;
      /** watch: drawn and noted; live: what is drawn is inspected before it is released. */
      readonly mode: "watch" | "live";
      /** Beginnings of commodity codes; any where empty. */
      readonly hs?: readonly string[];
      readonly origins?: readonly string[];
      /** How customs rates the enterprise: aeo (advanced certified), certified, regular, dishonest, seriously-dishonest; a code of the list customs_credit. */
      readonly credit?: "aeo" | "certified" | "regular" | "dishonest" | "seriously-dishonest";
      /** raised: how long. */
      readonly days?: number;
      /** raised: faults of inspections that count. */
      readonly faults?: readonly string[];
      readonly why: Schemas['Bilingual'];
      readonly rule: string;
      /** YYYY-MM-DD, in China. */
      readonly from: string;
      /** YYYY-MM-DD, in China. */
      readonly to?: string;
      readonly source: string;
      readonly confidence: "V" | "H" | "M" | "L" | "D";
    })[];
    /** Goods each list of which is drawn now, by chapter and origin. */
    readonly raised: readonly {
      readonly hsChapter: string;
      readonly origin: string;
    }[];
  };
  SavedFilter: {
    readonly filterId: string;
    readonly page: string;
    readonly name: string;
    /** Search part of the address. */
    readonly search: string;
    readonly shared: boolean;
    /** Only what is mine can be changed or removed. */
    readonly mine: boolean;
    readonly savedAt: string;
  };
  SavedFilters: {
    readonly filters: readonly Schemas['SavedFilter'][];
  };
  SealInPlace: {
    /** Number on the seal. */
    readonly sealNo: string;
    /** Number on the seal. */
    readonly newSealNo: string;
    readonly note?: string;
  };
  SecondFactorCode: {
    readonly code: string;
  };
  Session: {
    /** demo: everyone may read; key: sign in to see your lists. */
    readonly mode: "demo" | "key";
    /** This is a sandbox: all in it is made up, and nothing of it reaches an agency. */
    readonly sandbox?: true;
    /** Of a platform, where its sandbox is; of a sandbox, where its platform is. */
    readonly otherSide?: string;
    readonly signedIn: boolean;
    /** As in docs/field/access.md. */
    readonly role: "nobody" | "visitor" | "newcomer" | "enterprise" | "operator" | "officer" | "consumer" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator";
    /** What the session stands for. */
    readonly by?: "account" | "key";
    readonly login?: string;
    /** Of the person. */
    readonly name?: string;
    readonly enterprise?: {
      readonly code: string;
      readonly name: string;
    };
    /** What a member of an enterprise may do there. */
    readonly member?: "reader" | "clerk" | "administrator";
    readonly agency?: "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex";
    readonly office?: string;
    /** The enterprise's registered roles; operator for an operator; viewer for a visitor. */
    readonly roles: readonly string[];
    /** What the caller may do from a browser. */
    readonly may: readonly Schemas['Permission'][];
  };
  /** list: the declaration list; tax: its tax, step by step; release: the note of release. */
  SheetKind: "list" | "tax" | "release";
  ShopCount: {
    readonly countId: string;
    /** Number of goods on display; lists that sell them name it in the note of each goods line. */
    readonly displayNo: string;
    readonly state: "proposed" | "approved" | "rejected";
    readonly note: string;
    readonly lines: readonly {
      readonly itemNo: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly counted: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly expected: string;
    }[];
    readonly proposedAt: string;
    readonly settledAt?: string;
    readonly reason: string;
  };
  ShopCountVerdict: {
    readonly verdict: "approved" | "rejected";
    readonly reason?: string;
  };
  ShowingRequest: {
    /** Why; kept with who reads, and told to the enterprise and the person concerned. */
    readonly reason: string;
  };
  Showings: {
    readonly showings: readonly ({
      readonly kind: "list" | "payment-record" | "own-data" | "correction";
      readonly ebpCode: string;
      /** Order number of a list, transaction number of a payment record. */
      readonly number: string;
      readonly at: string;
      readonly papers: readonly string[];
      readonly role: string;
      /** Customs code of an enterprise; agency and office of an officer. */
      readonly reader: string;
      /** Of the account or key. */
      readonly readerId: string;
      /** Where the request came from; for auditors. */
      readonly address?: string;
      readonly reason: string;
    })[];
    readonly next?: string;
  };
  ShownPersons: {
    readonly papers: readonly ({
      readonly paper: "order" | "payment" | "waybill" | "declaration";
      readonly sender: string;
      /** What tells a person, in the standard's field names. */
      readonly fields: Readonly<Record<string, string>>;
      readonly notes: readonly Schemas['PaperNote'][];
    })[];
  };
  SignIn: {
    readonly login: string;
    readonly password: string;
    /** Of the authenticator app, six digits, or a recovery code. */
    readonly code?: string;
    /** In the place of a code. */
    readonly passkey?: Schemas['PasskeyAnswer'];
  } | {
    readonly passkey: Schemas['PasskeyAnswer'];
  } | {
    readonly key: string;
  };
  SignUp: {
    readonly login: string;
    readonly displayName: string;
    readonly password: string;
  };
  StateCounts: {
    readonly waiting: number;
    readonly forwarded: number;
    readonly released: number;
    readonly held: number;
    readonly refused: number;
    readonly withdrawn: number;
  };
  StatusComponent: {
    readonly code: Schemas['StatusComponentCode'];
    readonly name: Schemas['Bilingual'];
    /** What is measured. */
    readonly measured: Schemas['Bilingual'];
    readonly level: Schemas['StatusLevel'];
    /** How long the latest look took, where it took time. */
    readonly ms?: number;
    /** Minutes of each day, oldest first; days before the first measurement are left out. */
    readonly days: readonly {
      /** In China. */
      readonly day: string;
      readonly working: number;
      readonly slow: number;
      readonly down: number;
      readonly unmeasured: number;
    }[];
  };
  StatusComponentCode: "portal" | "intake" | "judging" | "customs" | "database";
  StatusIncident: {
    readonly incidentId: string;
    readonly component?: Schemas['StatusComponentCode'];
    /** measured: begun and ended by the platform itself; reported, planned: by who runs it. */
    readonly kind: "measured" | "reported" | "planned";
    readonly level: "slow" | "down";
    readonly beganAt: string;
    /** Of planned work: when it is to end. */
    readonly until?: string;
    readonly endedAt?: string;
    /** What was said, newest first. */
    readonly words: readonly {
      readonly at: string;
      readonly zh: string;
      readonly en: string;
    }[];
  };
  /** unmeasured: nobody has looked for some minutes, as when no server was running. */
  StatusLevel: "working" | "slow" | "down" | "unmeasured";
  StatusPage: {
    readonly level: Schemas['StatusLevel'];
    readonly measuredAt?: string;
    readonly now: string;
    readonly components: readonly Schemas['StatusComponent'][];
    /** Newest first: open, planned, and of the days shown. */
    readonly incidents: readonly Schemas['StatusIncident'][];
  };
  StockCount: {
    readonly countId: string;
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    readonly state: "proposed" | "approved" | "rejected";
    readonly note: string;
    readonly proposedAt: string;
    readonly settledAt?: string;
    readonly reason: string;
    readonly lines: readonly {
      /** Number of the goods in the book. */
      readonly itemNo: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly counted: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly inBook: string;
    }[];
  };
  StockCounts: {
    readonly counts: readonly Schemas['StockCount'][];
    readonly next?: string;
  };
  /** Days on which something moved, the oldest first. */
  StockDays: {
    readonly days: readonly {
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly came: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly left: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly stock: string;
    }[];
  };
  StockMovementAnswers: {
    readonly movements: readonly ({
      readonly outcome: "posted" | "repeated" | "refused";
      readonly finding?: Schemas['Finding'];
    })[];
  };
  StockMovementsPage: {
    readonly movements: readonly ({
      readonly movementNo: string;
      readonly at: string;
      /** YYYY-MM-DD, in China. */
      readonly day: string;
      readonly line: number;
      readonly kind: "depart" | "receive" | "sell" | "return" | "lose" | "lose-in-transit";
      readonly quantity: string;
      readonly reference: string;
      readonly proof: string | null;
      readonly amount: string | null;
      readonly currency: string | null;
    })[];
    readonly next?: string;
  };
  Summary: {
    readonly counts: Schemas['StateCounts'];
    readonly today: {
      readonly received: number;
      readonly decided: number;
      /** CNY, decimal text, at most 5 decimals. */
      readonly taxTotal: string;
    };
    readonly volume: {
      readonly bucketSeconds: number;
      /** At most the latest 60, oldest first; an absent one is zero. */
      readonly buckets: readonly {
        readonly from: string;
        readonly received: number;
        readonly released: number;
        readonly held: number;
        readonly refused: number;
      }[];
    };
    /** From acceptance of the list, papers all present. */
    readonly medianDecisionMs?: number;
    readonly rulebookVersion?: string;
    /** Customs offices that lists may be declared at here, from the code list of the day. */
    readonly offices: readonly {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
    }[];
    readonly now: string;
  };
  SummaryApplication: {
    /** Number of the application (sumNo). */
    readonly sumNo: string;
    /** Customs code of the consignor. */
    readonly ebcCode: string;
    readonly ebcName: string;
    readonly origin: "message" | "platform";
    readonly copNo?: string;
    readonly closedFrom?: string;
    readonly closedBefore?: string;
    readonly byNumbers: boolean;
    readonly bySeller: boolean;
    readonly byName: boolean;
    readonly mostLines: number;
    readonly state: "applied" | "claimed" | "summed-up" | "empty" | "withdrawn";
    /** Lists it has taken. */
    readonly lists: number;
    /** Those of them already in a summary: how far it has come. */
    readonly placed: number;
    readonly summaries: number;
    readonly appliedAt: string;
    readonly finishedAt?: string;
  };
  SummaryApplications: {
    readonly applications: readonly Schemas['SummaryApplication'][];
    readonly next?: string;
  };
  SummaryCancelling: {
    readonly reason: string;
  };
  SummaryDeclaration: {
    /** Number of the summary (declSeqNo). */
    readonly declSeqNo: string;
    /** Number of the application (sumNo). */
    readonly sumNo: string;
    readonly entryId: string;
    /** YYYY-MM, in China. */
    readonly month: string;
    /** Customs code of the consignor. */
    readonly ebcCode: string;
    readonly ebcName: string;
    readonly state: "declared" | "cancelled";
    /** Empty where producers are not apart. */
    readonly ownerCode: string;
    readonly ownerName: string;
    readonly tradeMode: string;
    readonly trafMode: string;
    readonly country: string;
    readonly portCode: string;
    readonly customsCode: string;
    readonly lists: number;
    readonly lineCount: number;
    /** A decimal. */
    readonly grossWeight: string;
    /** A decimal. */
    readonly netWeight: string;
    readonly madeAt: string;
    readonly cancelledAt?: string;
    readonly reason: string;
    /** SHA-256 that stands for the whole proof. */
    readonly root: string;
  };
  SummaryDeclarationWithLines: {
    /** Number of the summary (declSeqNo). */
    readonly declSeqNo: string;
    /** Number of the application (sumNo). */
    readonly sumNo: string;
    readonly entryId: string;
    /** YYYY-MM, in China. */
    readonly month: string;
    /** Customs code of the consignor. */
    readonly ebcCode: string;
    readonly ebcName: string;
    readonly state: "declared" | "cancelled";
    /** Empty where producers are not apart. */
    readonly ownerCode: string;
    readonly ownerName: string;
    readonly tradeMode: string;
    readonly trafMode: string;
    readonly country: string;
    readonly portCode: string;
    readonly customsCode: string;
    readonly lists: number;
    readonly lineCount: number;
    /** A decimal. */
    readonly grossWeight: string;
    /** A decimal. */
    readonly netWeight: string;
    readonly madeAt: string;
    readonly cancelledAt?: string;
    readonly reason: string;
    /** SHA-256 that stands for the whole proof. */
    readonly root: string;
    readonly lines: readonly {
      readonly lineNo: number;
      readonly country: string;
      readonly gcode: string;
      readonly currency: string;
      readonly unit: string;
      readonly unit1: string;
      readonly unit2: string;
      readonly gname: string;
      /** A decimal. */
      readonly qty: string;
      /** A decimal. */
      readonly qty1: string;
      /** A decimal. */
      readonly qty2: string;
      /** A decimal. */
      readonly totalPrice: string;
      readonly items: number;
    }[];
  };
  SummaryDeclarations: {
    readonly summaries: readonly Schemas['SummaryDeclaration'][];
    readonly next?: string;
  };
  SummaryLeftOut: {
    readonly lists: readonly ({
      readonly invtNo: string;
      readonly why: "SUMMARY-LIST-UNKNOWN" | "SUMMARY-STATISTICS" | "SUMMARY-TOO-MANY-LINES" | "SUMMARY-LIST-ELSEWHERE";
    })[];
    readonly next?: string;
  };
  /** In the order in which they were put together. */
  SummaryLists: {
    readonly lists: readonly {
      readonly position: number;
      readonly invtNo: string;
      readonly ebpCode: string;
      readonly orderNo: string;
      readonly logisticsNo: string;
      readonly closedAt: string;
      readonly digest: string;
      readonly items: number;
      /** A decimal. */
      readonly qty: string;
      /** A decimal. */
      readonly totalPrice: string;
    }[];
    readonly next?: string;
  };
  /** The latest first. */
  SummaryMonths: {
    readonly months: readonly ({
      /** YYYY-MM, in China. */
      readonly month: string;
      /** Customs code of the consignor. */
      readonly ebcCode: string;
      readonly ebcName: string;
      /** Lists closed in the month that are to be declared in summary. */
      readonly lists: number;
      /** Those of them in a summary, or about to be. */
      readonly taken: number;
      /** Lists closed in the month that go to summary statistics. */
      readonly statisticsLists: number;
      /** Until when they are declared. */
      readonly due: string;
      readonly dueConfidence: "V" | "H" | "M" | "L" | "D";
      readonly standing: "done" | "open" | "due" | "overdue";
    })[];
    readonly next?: string;
  };
  /** What `chama summary verify` recomputes. */
  SummaryProof: {
    readonly wish: {
      readonly bySeller: boolean;
      readonly byName: boolean;
    };
    readonly mostLines: number;
    readonly key: Readonly<Record<string, string>>;
    readonly lines: readonly Readonly<Record<string, string>>[];
    readonly root: string;
    readonly lists: readonly {
      readonly invtNo: string;
      readonly digest: string;
    }[];
  };
  /** Sums of the lists of summary statistics closed in a month. */
  SummaryStatistics: {
    readonly lines: readonly {
      /** Customs code of the consignor. */
      readonly ebcCode: string;
      readonly tradeMode: string;
      readonly country: string;
      readonly gcode: string;
      readonly currency: string;
      readonly unit1: string;
      readonly items: number;
      /** A decimal. */
      readonly qty1: string;
      /** A decimal. */
      readonly totalPrice: string;
    }[];
    readonly next?: string;
  };
  TableEdition: {
    /** A code list, or `tariff`, which holds the positive list as well. */
    readonly table: string;
    readonly editionId: string;
    readonly state: "proposed" | "approved" | "returned" | "withdrawn";
    /** First day it is in force. */
    readonly from: string;
    readonly source: string;
    readonly note: string;
    readonly proposedBy: string;
    readonly proposedAt: string;
    readonly decidedBy?: string;
    readonly decidedAt?: string;
    readonly reasons?: string;
  };
  /** An edition with what it changes, column by column as the table has them. */
  TableEditionView: {
    /** A code list, or `tariff`, which holds the positive list as well. */
    readonly table: string;
    readonly editionId: string;
    readonly state: "proposed" | "approved" | "returned" | "withdrawn";
    /** First day it is in force. */
    readonly from: string;
    readonly source: string;
    readonly note: string;
    readonly proposedBy: string;
    readonly proposedAt: string;
    readonly decidedBy?: string;
    readonly decidedAt?: string;
    readonly reasons?: string;
    readonly added: readonly Readonly<Record<string, string>>[];
    /** Rows that end the day before. */
    readonly ended: readonly Readonly<Record<string, string>>[];
    readonly changed: readonly {
      readonly before: Readonly<Record<string, string>>;
      readonly after: Readonly<Record<string, string>>;
    }[];
    /** Whoever is named by an id here, by that id; names where the reader may know them. */
    readonly people: Readonly<Record<string, Schemas['Who']>>;
  };
  TableEditionsPage: {
    readonly editions: readonly Schemas['TableEdition'][];
    readonly tables: readonly string[];
  };
  /** What the tariff of today says of the code. */
  TariffFacts: {
    readonly name: Schemas['Bilingual'];
    readonly unit1: string;
    readonly unit2?: string;
    /** On the positive list today. */
    readonly positive: "yes" | "no" | "unknown";
    readonly bondedOnly: boolean;
  };
  TaxBill: {
    readonly orderNo: string;
    /** Customs code of an enterprise. */
    readonly ebpCode: string;
    readonly invtNo?: string;
    /** Customs code of an enterprise. */
    readonly guarantor: string;
    /** Customs code of an enterprise. */
    readonly agent: string;
    readonly customsCode: string;
    /** Assessed at release. */
    readonly tax: string;
    /** No longer owed, as goods came back or the list went. */
    readonly returned: string;
    /** Reserved of the guarantee. */
    readonly held: string;
    readonly releasedAt: string;
    /** YYYY-MM-DD, in China. */
    readonly dueFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly dueTo: string;
    readonly state: "open" | "merged" | "paid" | "void";
    readonly taxNo?: string;
    /** When it was sent (CEB816). */
    readonly toldAt?: string;
    readonly certificateNo?: string;
    /** Where customs asked for less cover than the tax, by the credit of the guarantor. */
    readonly relief?: {
      /** Row of the table of cover. */
      readonly code: string;
      readonly why: Schemas['Bilingual'];
      /** What of the tax no cover was asked for. */
      readonly relieved: string;
    };
    /** How customs' own bill differs from this one, where customs decides; no sum is changed by it. */
    readonly differences: readonly ({
      /** Stable code, e.g. CEB-LENGTH or MATCH-BUYER-NAME. */
      readonly code: string;
      readonly level: "structure" | "field" | "business";
      /** In the standard's own names, e.g. Order[2]/OrderHead/buyerName. */
      readonly path: string;
      readonly message: Schemas['Bilingual'];
      readonly remedy: Schemas['Bilingual'];
      readonly rule?: string;
      readonly evidence?: readonly Schemas['Evidence'][];
      /** What it was found in: CEB816 or CEB818. */
      readonly type: string;
      /** When that came. */
      readonly at: string;
    })[];
    /** Empty until the bill is sent. */
    readonly lines: readonly {
      readonly gnum: string;
      readonly gcode: string;
      /** A decimal. CNY. */
      readonly taxPrice: string;
      /** A decimal. CNY. */
      readonly customsTax: string;
      /** A decimal. CNY. */
      readonly valueAddedTax: string;
      /** A decimal. CNY. */
      readonly consumptionTax: string;
    }[];
    readonly reductions: readonly {
      readonly reference: string;
      /** A decimal. CNY. */
      readonly amount: string;
      readonly reason: string;
      readonly at: string;
      /** The tax had been paid: it is to be paid back. */
      readonly afterPayment: boolean;
    }[];
  };
  TaxBills: {
    readonly bills: readonly ({
      readonly orderNo: string;
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly invtNo?: string;
      /** Customs code of an enterprise. */
      readonly guarantor: string;
      /** Customs code of an enterprise. */
      readonly agent: string;
      readonly customsCode: string;
      /** Assessed at release. */
      readonly tax: string;
      /** No longer owed, as goods came back or the list went. */
      readonly returned: string;
      /** Reserved of the guarantee. */
      readonly held: string;
      readonly releasedAt: string;
      /** YYYY-MM-DD, in China. */
      readonly dueFrom: string;
      /** YYYY-MM-DD, in China. */
      readonly dueTo: string;
      readonly state: "open" | "merged" | "paid" | "void";
      readonly taxNo?: string;
      /** When it was sent (CEB816). */
      readonly toldAt?: string;
      readonly certificateNo?: string;
      /** Where customs asked for less cover than the tax, by the credit of the guarantor. */
      readonly relief?: {
        /** Row of the table of cover. */
        readonly code: string;
        readonly why: Schemas['Bilingual'];
        /** What of the tax no cover was asked for. */
        readonly relieved: string;
      };
      /** How customs' own bill differs from this one, where customs decides; no sum is changed by it. */
      readonly differences: readonly ({
        /** Stable code, e.g. CEB-LENGTH or MATCH-BUYER-NAME. */
        readonly code: string;
        readonly level: "structure" | "field" | "business";
        /** In the standard's own names, e.g. Order[2]/OrderHead/buyerName. */
        readonly path: string;
        readonly message: Schemas['Bilingual'];
        readonly remedy: Schemas['Bilingual'];
        readonly rule?: string;
        readonly evidence?: readonly Schemas['Evidence'][];
        /** What it was found in: CEB816 or CEB818. */
        readonly type: string;
        /** When that came. */
        readonly at: string;
      })[];
    })[];
    readonly next?: string;
  };
  /** What is owed by its last day, and lists that wait for cover. */
  TaxCalendar: {
    /** YYYY-MM-DD, in China. */
    readonly today: string;
    readonly days: readonly {
      /** YYYY-MM-DD, in China. */
      readonly dueTo: string;
      readonly bills: number;
      /** A decimal. CNY. */
      readonly owed: string;
    }[];
    readonly waiting: readonly {
      /** Customs code of an enterprise. */
      readonly guarantor: string;
      readonly lists: number;
      /** A decimal. CNY. */
      readonly tax: string;
    }[];
  };
  TaxCertificate: {
    /** Number of the payment certificate (entDutyNo). */
    readonly certificateNo: string;
    /** Customs code of an enterprise. */
    readonly guarantor: string;
    readonly customsCode: string;
    /** YYYY-MM-DD, in China. */
    readonly releasedOn: string;
    /** YYYY-MM-DD, in China. */
    readonly dueFrom: string;
    /** YYYY-MM-DD, in China. */
    readonly dueTo: string;
    readonly bills: number;
    /** A decimal. CNY. */
    readonly total: string;
    /** For being late; by today where it is not paid. */
    readonly lateCharge: string;
    /** Total and late charge; 0 once it is paid. */
    readonly owed: string;
    readonly state: "open" | "overdue" | "paid" | "void";
    readonly madeAt: string;
    readonly way?: "paid" | "drawn";
    /** YYYY-MM-DD, in China. */
    readonly paidOn?: string;
    readonly paymentReference?: string;
    readonly settledAt?: string;
  };
  TaxCertificates: {
    readonly certificates: readonly Schemas['TaxCertificate'][];
    readonly next?: string;
  };
  TaxFile: {
    readonly kind: Schemas['TaxFileKind'];
    /** A month, or a quarter. */
    readonly period: string;
    readonly edition: number;
    /** By when the tax bureau is told. */
    readonly dueOn: string;
    /** Whether the period was over when it was made. */
    readonly complete: boolean;
    readonly rows: number;
    /** SHA-256 of the file as JSON, hexadecimal. */
    readonly sha256: string;
    readonly madeAt: string;
  };
  TaxFileDetail: {
    readonly kind: Schemas['TaxFileKind'];
    /** A month, or a quarter. */
    readonly period: string;
    readonly edition: number;
    /** By when the tax bureau is told. */
    readonly dueOn: string;
    /** Whether the period was over when it was made. */
    readonly complete: boolean;
    readonly rows: number;
    /** SHA-256 of the file as JSON, hexadecimal. */
    readonly sha256: string;
    readonly madeAt: string;
    /** Who took it, the latest fifty first. */
    readonly takings: readonly ({
      readonly takenAt: string;
      readonly by: string;
      readonly format: "json" | "csv" | "xlsx";
    })[];
  };
  /** exports: of a month, each line with its log (R-3.3); principals: of a quarter, whose exports of agents were (R-3.6); sellers: of a quarter, who sold what on which platform (R-3.7). */
  TaxFileKind: "exports" | "principals" | "sellers";
  TaxFilesPage: {
    readonly files: readonly Schemas['TaxFile'][];
    readonly next?: string;
  };
  TaxPayment: {
    /** Paid by the guarantor, or taken out of its guarantee. */
    readonly way: "paid" | "drawn";
    /** YYYY-MM-DD, in China. */
    readonly paidOn: string;
    readonly amount: string;
    /** Number of the payment at the bank or the treasury; one may pay several. */
    readonly reference: string;
  };
  /** Guarantors of whom bills and account differ: none. */
  TaxReconciliation: {
    readonly guarantors: readonly {
      /** Customs code of an enterprise. */
      readonly guarantor: string;
      /** What bills say is reserved. */
      readonly held: string;
      /** What the account says. */
      readonly reserved: string;
    }[];
  };
  TaxStep: {
    readonly code: string;
    /** Goods line the step belongs to; absent: the whole list. */
    readonly gnum?: number;
    readonly zh: string;
    readonly en: string;
    /** With figures: (400 + 0.7 × 0.912) ÷ (1 − 0.20) … */
    readonly formula?: string;
    readonly result: string;
    readonly rule?: string;
    readonly source?: string;
    readonly confidence?: Schemas['Confidence'];
  };
  TaxView: {
    /** ACCEPT, ACCEPT_FULL_TAX or REJECT. */
    readonly decision: string;
    readonly reason?: string;
    readonly factor?: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly dutiableValue: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly duty?: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly consumptionTax?: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly vat?: string;
    /** CNY, decimal text, at most 5 decimals. */
    readonly taxTotal?: string;
    readonly lines: readonly {
      readonly gnum: number;
      readonly gcode: string;
      readonly gname: string;
      /** CNY, decimal text, at most 5 decimals. */
      readonly dutiableValue: string;
      /** CNY, decimal text, at most 5 decimals. */
      readonly duty: string;
      /** CNY, decimal text, at most 5 decimals. */
      readonly consumptionTax: string;
      /** CNY, decimal text, at most 5 decimals. */
      readonly vat: string;
      /** CNY, decimal text, at most 5 decimals. */
      readonly tax: string;
    }[];
    readonly steps: readonly Schemas['TaxStep'][];
  };
  TimelineEntry: {
    readonly at: string;
    /** received, changed, forwarded, progressed, decided; more may come. */
    readonly kind: string;
    readonly zh: string;
    readonly en: string;
    readonly paper?: Schemas['PaperKind'];
    readonly status?: string;
    readonly messageId?: string;
  };
  TotpSecret: {
    /** Base32, to be typed where no code can be scanned. */
    readonly secret: string;
    /** otpauth://…, the content of the QR code. */
    readonly address: string;
  };
  Transit: {
    /** Office of departure, year, Z, nine digits. */
    readonly transitNo: string;
    readonly direction: "import" | "export";
    readonly corridor: string;
    readonly state: "applied" | "approved" | "sealed" | "on-the-road" | "arrived" | "unsealed" | "written-off" | "refused" | "cancelled";
    /** Customs office. */
    readonly departureOffice: string;
    /** Customs office. */
    readonly destinationOffice: string;
    /** Customs code of an enterprise. */
    readonly applicant: string;
    /** Customs code of an enterprise. */
    readonly carrier: string;
    readonly billNo: string;
    readonly goodsName: string;
    readonly lists: number;
    readonly packages: number;
    readonly grossWeight: string;
    readonly vehicleNo: string;
    readonly note: string;
    readonly revision: number;
    readonly appliedAt: string;
    readonly departedAt?: string;
    /** When its usual time, and what is allowed beyond, are over. */
    readonly lateAt?: string;
    /** When its time limit is over. */
    readonly dueAt?: string;
    readonly arrivedAt?: string;
    readonly closedAt?: string;
    /** Packages counted on arrival. */
    readonly counted?: number;
    readonly last?: {
      readonly at: string;
      /** Degrees east, WGS 84. */
      readonly lon: number;
      /** Degrees north, WGS 84. */
      readonly lat: number;
      readonly speedKmh: number | null;
      /** Kilometres from the line of the route. */
      readonly offKm: number;
    };
    /** Share of the route behind it, 0 to 1. */
    readonly along?: number;
    readonly openAlerts: number;
  };
  TransitCorridors: {
    readonly corridors: readonly ({
      readonly corridor: string;
      readonly name: Schemas['Bilingual'];
      readonly mode: "road" | "rail";
      /** Customs office. */
      readonly borderOffice: string;
      /** Customs office. */
      readonly inlandOffice: string;
      readonly km: number;
      readonly usualMinutes: number;
      readonly limitMinutes: number;
      readonly toleranceKm: number;
      readonly rule: string;
      /** Its places, from the border inwards. */
      readonly line: readonly string[];
    })[];
    readonly places: readonly {
      readonly code: string;
      readonly name: Schemas['Bilingual'];
      /** Customs office. */
      readonly office?: string;
      readonly kind: string;
      /** Degrees east, WGS 84. */
      readonly lon: number;
      /** Degrees north, WGS 84. */
      readonly lat: number;
      readonly source: string;
      readonly confidence: string;
    }[];
  };
  TransitDetail: {
    /** The platform's clock. */
    readonly now: string;
    readonly transit: Schemas['Transit'];
    readonly events: readonly ({
      readonly at: string;
      readonly act: string;
      readonly fromState?: "applied" | "approved" | "sealed" | "on-the-road" | "arrived" | "unsealed" | "written-off" | "refused" | "cancelled";
      readonly toState: "applied" | "approved" | "sealed" | "on-the-road" | "arrived" | "unsealed" | "written-off" | "refused" | "cancelled";
      readonly party: "applicant" | "carrier" | "departure" | "destination" | "elsewhere";
      /** Customs code of the office or the enterprise. */
      readonly ofWhom: string;
      readonly note: string;
    })[];
    readonly seals: readonly ({
      /** Number on the seal. */
      readonly sealNo: string;
      readonly putOnAt: string;
      readonly state: "on" | "broken" | "intact" | "missing" | "removed";
      readonly stateAt: string;
      readonly note: string;
      /** Number on the seal. */
      readonly replacedBy?: string;
    })[];
    readonly alerts: readonly ({
      readonly kind: "late" | "overdue" | "off-route" | "silent" | "seal-broken" | "seal-missing" | "elsewhere";
      readonly occasion: string;
      readonly raisedAt: string;
      readonly evidence: Readonly<Record<string, string | number>>;
      readonly resolvedAt?: string;
      readonly resolvedOffice?: string;
      readonly reason: string;
    })[];
    /** None where it goes by one vehicle. */
    readonly legs: readonly ({
      readonly legNo: number;
      readonly mode: "road" | "rail" | "air" | "water";
      /** Customs code of an enterprise. */
      readonly carrier: string;
      /** Paper its goods go by: consignment note, railway or air waybill. */
      readonly documentNo: string;
      readonly vehicleNo: string;
      readonly from: string;
      readonly to: string;
      readonly usualMinutes: number;
      readonly cost?: string;
      readonly co2Kg?: string;
      readonly beganAt?: string;
      readonly endedAt?: string;
      /** It took. */
      readonly minutes?: number;
      /** How it was handed over from the leg before. */
      readonly handover?: {
        readonly at: string;
        readonly party: "carrier" | "departure" | "destination" | "elsewhere";
        readonly ofWhom: string;
        readonly seals: readonly ({
          /** Number on the seal. */
          readonly sealNo: string;
          readonly found: "intact" | "broken" | "missing";
          /** Put on in its place, by customs. */
          readonly newSealNo?: string;
        })[];
        readonly note: string;
      };
    })[];
    /** What you may do with it as it stands. */
    readonly acts: readonly string[];
  };
  TransitHandover: {
    /** Number of the leg that begins. */
    readonly leg: number;
    /** Every seal on the vehicle. */
    readonly seals: readonly ({
      /** Number on the seal. */
      readonly sealNo: string;
      readonly found: "intact" | "broken" | "missing";
      /** Put on in its place, by customs. */
      readonly newSealNo?: string;
    })[];
    readonly note?: string;
  };
  TransitLists: {
    readonly lists: readonly {
      readonly orderNo: string;
      readonly ebpCode: string;
    }[];
    readonly next?: string;
  };
  TransitNote: {
    readonly note?: string;
  };
  TransitPositions: {
    readonly positions: readonly ({
      readonly at: string;
      /** Degrees east, WGS 84. */
      readonly lon: number;
      /** Degrees north, WGS 84. */
      readonly lat: number;
      readonly speedKmh: number | null;
      /** Kilometres from the line of the route. */
      readonly offKm: number;
    })[];
    readonly next?: string;
  };
  TransitReason: {
    readonly reason: string;
  };
  Transits: {
    /** The platform's clock. */
    readonly now: string;
    readonly transits: readonly Schemas['Transit'][];
    readonly next?: string;
  };
  TransitsOfList: {
    readonly transits: readonly ({
      /** Office of departure, year, Z, nine digits. */
      readonly transitNo: string;
      readonly direction: "import" | "export";
      readonly state: "applied" | "approved" | "sealed" | "on-the-road" | "arrived" | "unsealed" | "written-off" | "refused" | "cancelled";
      /** Customs office. */
      readonly departureOffice: string;
      /** Customs office. */
      readonly destinationOffice: string;
      readonly departedAt?: string;
      readonly dueAt?: string;
      readonly arrivedAt?: string;
      readonly closedAt?: string;
    })[];
  };
  UnreadNotifications: {
    /** How many have not been read; 100 stands for 100 and more. */
    readonly unread: number;
  };
  UnreadableArrivals: {
    readonly arrivals: readonly {
      /** SHA-256 of the bytes. */
      readonly digest: string;
      readonly name: string;
      readonly arrivedAt: string;
      readonly findings: readonly Schemas['Finding'][];
    }[];
    readonly next?: string;
  };
  /** Released lists of a book that are on no paper yet. */
  WaitingLists: {
    readonly lists: readonly {
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly orderNo: string;
      readonly invtNo: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly grossKg: string;
      readonly lines: number;
    }[];
  };
  WarehouseBooking: {
    /** Customs code of an enterprise. */
    readonly enterprise: string;
    readonly batchNo: string;
    readonly warehouseNo: string;
    readonly consignee: string;
    readonly packages: number;
    readonly grossWeight: string;
    /** YYYY-MM-DD, in China. */
    readonly plannedOn: string;
    readonly sellerKind: "trader" | "factory";
    readonly state: "booked" | "departed" | "cancelled";
    readonly bookedAt: string;
    readonly exportNo: string | null;
    readonly departedOn: string | null;
    readonly claimedOn: string | null;
  };
  WarehouseBookingDetail: {
    /** Customs code of an enterprise. */
    readonly enterprise: string;
    readonly batchNo: string;
    readonly warehouseNo: string;
    readonly consignee: string;
    readonly packages: number;
    readonly grossWeight: string;
    /** YYYY-MM-DD, in China. */
    readonly plannedOn: string;
    readonly sellerKind: "trader" | "factory";
    readonly state: "booked" | "departed" | "cancelled";
    readonly bookedAt: string;
    readonly exportNo: string | null;
    readonly departedOn: string | null;
    readonly claimedOn: string | null;
    readonly lines: readonly ({
      readonly line: number;
      readonly goodsNo: string;
      readonly gcode: string;
      readonly gname: string;
      /** Of the unit list. */
      readonly unit: string;
      readonly quantity: string;
      readonly netPurchase: string;
      readonly refundRate: string | null;
      readonly soldAtClaim: string | null;
      readonly transit: string;
      readonly warehouse: string;
      readonly sold: string;
      readonly returned: string;
      readonly lost: string;
    })[];
  };
  WarehouseBookingsPage: {
    readonly batches: readonly Schemas['WarehouseBooking'][];
    readonly next?: string;
  };
  WarehouseDeparture: {
    /** Number of the export list or declaration. */
    readonly exportNo: string;
    /** YYYY-MM-DD, in China. */
    readonly on: string;
  };
  Webhook: {
    readonly webhookId: string;
    /** Where events are sent: an HTTPS address on the open network. */
    readonly address: string;
    /** Kinds of events, e.g. `receipt.CEB622`, or all of a group, e.g. `list.*`. */
    readonly events: readonly string[];
    /** Your own word for it. */
    readonly label: string;
    readonly state: "active" | "paused" | "disabled";
    /** Why it was disabled: nothing but failures for too long, or the receiver answered 410 Gone. */
    readonly disabledFor?: "failing" | "gone";
    /** What the owner should know and do, if anything. */
    readonly notice?: Schemas['Bilingual'];
    readonly madeAt: string;
    readonly changedAt: string;
    readonly failingSince?: string;
    readonly lastDeliveredAt?: string;
    /** Until then the former secret signs as well. */
    readonly formerSecretUntil?: string;
    /** Events put down and not yet delivered. */
    readonly waiting: number;
    /** Events given up in the time the log is kept; they can be replayed. */
    readonly failed: number;
  };
  WebhookChange: {
    /** Where events are sent: an HTTPS address on the open network. */
    readonly address?: string;
    /** Kinds of events, e.g. `receipt.CEB622`, or all of a group, e.g. `list.*`. */
    readonly events?: readonly string[];
    /** Your own word for it. */
    readonly label?: string;
    /** Made `active`, it goes on where it stopped, also after it was disabled. */
    readonly state?: "active" | "paused";
  };
  WebhookDeliveriesPage: {
    readonly deliveries: readonly Schemas['WebhookDelivery'][];
    readonly next?: string;
  };
  WebhookDelivery: {
    readonly number: string;
    /** The header `webhook-id`, the same on every try. */
    readonly eventId: string;
    readonly kind: string;
    readonly happenedAt: string;
    readonly madeAt: string;
    readonly state: "waiting" | "delivered" | "failed";
    readonly tries: number;
    readonly settledAt?: string;
  };
  WebhookDeliveryStory: {
    readonly number: string;
    /** The header `webhook-id`, the same on every try. */
    readonly eventId: string;
    readonly kind: string;
    readonly happenedAt: string;
    readonly madeAt: string;
    readonly state: "waiting" | "delivered" | "failed";
    readonly tries: number;
    readonly settledAt?: string;
    /** What is signed and sent, as text. */
    readonly body: string;
    readonly attempts: readonly {
      readonly number: number;
      readonly beganAt: string;
      readonly tookMs: number;
      readonly address: string;
      readonly httpStatus?: number;
      /** Why it did not arrive: HTTP-STATUS, REDIRECT, TIMEOUT, NAME-UNKNOWN, NAME-SERVER, ADDRESS-NOT-ALLOWED, or the code of the connection or of TLS. */
      readonly fault?: string;
      /** The beginning of what the receiver answered. */
      readonly answer?: string;
    }[];
  };
  WebhookReplay: {
    /** Of deliveries; without it all that failed. */
    readonly numbers?: readonly string[];
  };
  WebhookReplayed: {
    readonly replayed: number;
  };
  WebhookSecret: {
    /** `whsec_…`; shown in this answer only. */
    readonly secret: string;
    readonly formerSecretUntil: string;
  };
  WebhookWithSecret: {
    readonly webhookId: string;
    /** Where events are sent: an HTTPS address on the open network. */
    readonly address: string;
    /** Kinds of events, e.g. `receipt.CEB622`, or all of a group, e.g. `list.*`. */
    readonly events: readonly string[];
    /** Your own word for it. */
    readonly label: string;
    readonly state: "active" | "paused" | "disabled";
    /** Why it was disabled: nothing but failures for too long, or the receiver answered 410 Gone. */
    readonly disabledFor?: "failing" | "gone";
    /** What the owner should know and do, if anything. */
    readonly notice?: Schemas['Bilingual'];
    readonly madeAt: string;
    readonly changedAt: string;
    readonly failingSince?: string;
    readonly lastDeliveredAt?: string;
    /** Until then the former secret signs as well. */
    readonly formerSecretUntil?: string;
    /** Events put down and not yet delivered. */
    readonly waiting: number;
    /** Events given up in the time the log is kept; they can be replayed. */
    readonly failed: number;
    /** `whsec_…`; shown in this answer only. */
    readonly secret: string;
  };
  WebhooksPage: {
    readonly webhooks: readonly Schemas['Webhook'][];
    /** What can be subscribed to. */
    readonly kinds: readonly {
      readonly group: string;
      readonly members?: readonly string[];
      readonly text: Schemas['Bilingual'];
    }[];
  };
  Who: {
    readonly kind: "account" | "key" | "other";
    readonly name?: string;
    readonly role?: "enterprise" | "operator" | "officer" | "consumer" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator";
  };
  WholeChecklist: {
    /** Number of a checklist. */
    readonly checklistNo: string;
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** out: leaves the zone at the second line; in: enters it at the first. */
    readonly direction: "out" | "in";
    /** Customs code of an enterprise. */
    readonly owner: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    readonly state: "made" | "approved" | "passed" | "cancelled";
    /** display: goods that go on display outside the zone, or come back. */
    readonly purpose: "goods" | "display";
    readonly entryNo?: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly grossKg: string;
    readonly lists: number;
    /** Number of a pass. */
    readonly passNo?: string;
    readonly madeAt: string;
    readonly settledAt?: string;
    readonly reason: string;
    readonly goods: readonly {
      readonly itemNo: number;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly quantity: string;
      /** YYYY-MM-DD, in China. */
      readonly expiresOn?: string;
    }[];
    readonly listed: readonly {
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly orderNo: string;
      readonly invtNo: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly grossKg: string;
    }[];
  };
  WholeDisplay: {
    /** Number of goods on display; lists that sell them name it in the note of each goods line. */
    readonly displayNo: string;
    readonly shopId: string;
    /** Customs code of an enterprise. */
    readonly owner: string;
    /** Number of the account book (emsNo). */
    readonly bookNo: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    /** The checklist on which they go out; it is put on a pass. */
    readonly checklistNo: string;
    readonly state: "made" | "out" | "closed" | "cancelled";
    readonly madeAt: string;
    /** YYYY-MM-DD, in China. */
    readonly outOn?: string;
    /** Last day on display. */
    readonly dueOn?: string;
    readonly overdue: boolean;
    readonly prolonged: boolean;
    readonly settledAt?: string;
    readonly goods: readonly {
      readonly itemNo: number;
      readonly gname: string;
      readonly unit: string;
      /** What went out. */
      readonly quantity: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly sold: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly back: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly returning: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly lost: string;
      /** What is there to be sold or sent back. */
      readonly there: string;
      /** CNY: the tax all of it would bear, reserved at the beginning. */
      readonly cover: string;
    }[];
    readonly papers: readonly Schemas['DisplayPaper'][];
    readonly counts: readonly Schemas['ShopCount'][];
  };
  WholeGateDraw: {
    /** YYYY-MM-DD, in China. */
    readonly day: string;
    readonly purpose: string;
    readonly rate: string;
    readonly seedDigest: string;
    readonly committedAt: string;
    /** Passes that came to a gate first on that day; told when it is over. */
    readonly candidates: readonly string[];
    /** As `chama draw verify` takes it; told when the day is over. */
    readonly record?: {
      readonly purpose: string;
      readonly rate: string;
      readonly seedDigest: string;
      readonly seed: string;
      readonly candidatesDigest: string;
      readonly candidates: number;
      readonly drawn: readonly string[];
    };
  };
  WholePass: {
    /** Number of a pass. */
    readonly passNo: string;
    /** out: leaves the zone at the second line; in: enters it at the first. */
    readonly direction: "out" | "in";
    /** Customs code of an enterprise. */
    readonly owner: string;
    /** Customs office, four digits. */
    readonly customsCode: string;
    readonly plate: string;
    readonly state: "made" | "stopped" | "passed" | "void";
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly tareKg: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly packingKg: string;
    /** A decimal of at most 19 digits, 5 of them after the point. */
    readonly goodsKg: string;
    readonly checklists: number;
    readonly lists: number;
    /** Whether the random check fell on it. */
    readonly drawn?: boolean;
    /** YYYY-MM-DD, in China. */
    readonly drawnOn?: string;
    readonly check: "none" | "clear" | "found";
    readonly checkNote: string;
    readonly madeAt: string;
    readonly settledAt?: string;
    readonly loaded: readonly Schemas['Checklist'][];
    readonly listed: readonly {
      /** Customs code of an enterprise. */
      readonly ebpCode: string;
      readonly orderNo: string;
      readonly invtNo: string;
      /** A decimal of at most 19 digits, 5 of them after the point. */
      readonly grossKg: string;
    }[];
  };
  WholeSamplingDay: {
    /** YYYY-MM-DD, in China. */
    readonly day: string;
    readonly purpose: string;
    readonly committedAt: string;
    /** SHA-256 of the secret: what was committed to. */
    readonly seedDigest: string;
    /** The secret; told when the day is over. */
    readonly seed?: string;
    readonly totals: readonly ({
      /** Rows of the table of rates that made it, joined by blanks. */
      readonly why: string;
      /** Share of the lists that is drawn on average, at most 1. */
      readonly rate: string;
      /** watch: drawn and noted; live: what is drawn is inspected before it is released. */
      readonly mode: "watch" | "live";
      readonly candidates: number;
      readonly drawn: number;
    })[];
  };
  WrittenOff: {
    readonly counted: number;
    readonly note?: string;
  };
}

/** Every operation: what it is asked with, and what it answers. */
export interface Operations {
  /** One's own account */
  'GET /api/account': {
    answer: Schemas['OwnAccount'];
  };
  /** What is on record of sign-ins and accounts, newest first */
  'GET /api/account-events': {
    query?: { accountId?: string; kind?: string; day?: string; cursor?: string; limit?: number };
    answer: Schemas['AccountEventsPage'];
  };
  /** Close one's own account of a consumer, for good */
  'POST /api/account/close': {
    body: Schemas['PasswordAgain'];
    answer: undefined;
  };
  /** Begin to add a passkey */
  'POST /api/account/passkeys': {
    body: Schemas['PasswordOnce'];
    answer: Schemas['PasskeyBegun'];
  };
  /** Keep the passkey that was made; it counts from now on */
  'POST /api/account/passkeys/confirm': {
    body: Schemas['PasskeyMade'];
    answer: undefined;
  };
  /** Give a passkey another name */
  'PATCH /api/account/passkeys/{passkeyId}': {
    path: { passkeyId: string };
    body: Schemas['PasskeyNamed'];
    answer: undefined;
  };
  /** Remove a passkey; the last second factor stays where the role needs one */
  'POST /api/account/passkeys/{passkeyId}/remove': {
    path: { passkeyId: string };
    body: Schemas['PasswordAgain'];
    answer: undefined;
  };
  /** Change one's password; one's other sessions end */
  'POST /api/account/password': {
    body: Schemas['NewPassword'];
    answer: undefined;
  };
  /** Make new recovery codes in the place of all before */
  'POST /api/account/recovery-codes': {
    body: Schemas['PasswordAgain'];
    answer: Schemas['RecoveryCodes'];
  };
  /** Where one is signed in */
  'GET /api/account/sessions': {
    answer: Schemas['OwnSessions'];
  };
  /** Sign out everywhere else */
  'DELETE /api/account/sessions': {
    answer: undefined;
  };
  /** Sign out in one place */
  'DELETE /api/account/sessions/{sessionId}': {
    path: { sessionId: string };
    answer: undefined;
  };
  /** Begin to set up an authenticator app, also in the place of another */
  'POST /api/account/totp': {
    body: Schemas['PasswordOnce'];
    answer: Schemas['TotpSecret'];
  };
  /** Confirm an authenticator app by its first code */
  'POST /api/account/totp/confirm': {
    body: Schemas['SecondFactorCode'];
    answer: Schemas['RecoveryCodes'];
  };
  /** Go without a second factor again, where the role may */
  'POST /api/account/totp/remove': {
    body: Schemas['PasswordAgain'];
    answer: undefined;
  };
  /** Accounts, by login */
  'GET /api/accounts': {
    query?: { state?: "proposed" | "active" | "locked" | "closed"; role?: "enterprise" | "operator" | "officer" | "consumer" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator"; customsCode?: string; q?: string; cursor?: string; limit?: number };
    answer: Schemas['AccountsPage'];
  };
  /** Make an account: an enterprise for its staff, the system administrator for all who work for the zone */
  'POST /api/accounts': {
    body: Schemas['AccountWish'];
    answer: Schemas['HandedPassword'];
  };
  /** One account */
  'GET /api/accounts/{accountId}': {
    path: { accountId: string };
    answer: Schemas['Account'];
  };
  /** Change the name of an account, and the right of a member of an enterprise */
  'PATCH /api/accounts/{accountId}': {
    path: { accountId: string };
    body: Schemas['AccountChange'];
    answer: undefined;
  };
  /** Approve an account that another administrator asked for */
  'POST /api/accounts/{accountId}/approval': {
    path: { accountId: string };
    answer: Schemas['HandedPassword'];
  };
  /** Close an account for good; its sessions end */
  'POST /api/accounts/{accountId}/close': {
    path: { accountId: string };
    body: Schemas['Reason'];
    answer: undefined;
  };
  /** Take off a second factor that was lost; the password stays, its sessions end */
  'DELETE /api/accounts/{accountId}/factors': {
    path: { accountId: string };
    answer: undefined;
  };
  /** Lock an account; its sessions end */
  'POST /api/accounts/{accountId}/lock': {
    path: { accountId: string };
    body: Schemas['Reason'];
    answer: undefined;
  };
  /** Give an account a one-time password; its second factor stays, its sessions end */
  'POST /api/accounts/{accountId}/password': {
    path: { accountId: string };
    answer: Schemas['OneTimePassword'];
  };
  /** Refuse an account that another administrator asked for */
  'POST /api/accounts/{accountId}/refusal': {
    path: { accountId: string };
    body: Schemas['Reason'];
    answer: undefined;
  };
  /** Where somebody is signed in */
  'GET /api/accounts/{accountId}/sessions': {
    path: { accountId: string };
    answer: Schemas['AccountSessions'];
  };
  /** End all sessions of an account */
  'DELETE /api/accounts/{accountId}/sessions': {
    path: { accountId: string };
    answer: undefined;
  };
  /** Unlock an account */
  'POST /api/accounts/{accountId}/unlock': {
    path: { accountId: string };
    body: Schemas['Reason'];
    answer: undefined;
  };
  /** Lists that wait for your agency, or that it has decided on */
  'GET /api/agency-desk/questions': {
    query?: { show?: "waiting" | "decided"; cursor?: string; limit?: number };
    answer: Schemas['AgencyQuestions'];
  };
  /** What your agency may see of a list it is asked about */
  'GET /api/agency-desk/questions/{ebpCode}/{orderNo}': {
    path: { ebpCode: string; orderNo: string };
    query?: { ebcCode?: string };
    answer: Schemas['OpenedAgencyQuestion'];
  };
  /** Say for your agency whether a list may be released, or have it inspected, with the reason */
  'POST /api/agency-desk/questions/{ebpCode}/{orderNo}/decision': {
    path: { ebpCode: string; orderNo: string };
    query?: { ebcCode?: string };
    body: Schemas['AgencyDecisionWish'];
    answer: Schemas['AgencyQuestion'];
  };
  /** Whom agencies mean by whom, those that wait first */
  'GET /api/agency-identities': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['AgencyBindings'];
  };
  /** Bind an officer's account to a person at an agency; counts once a system administrator has confirmed it */
  'POST /api/agency-identities': {
    body: Schemas['AgencyBindingWish'];
    answer: Schemas['AgencyBindingMade'];
  };
  /** Undo a binding; what was opened by it ends */
  'DELETE /api/agency-identities/{identityId}': {
    path: { identityId: string };
    answer: undefined;
  };
  /** Let a binding count */
  'POST /api/agency-identities/{identityId}/confirmation': {
    path: { identityId: string };
    answer: undefined;
  };
  /** Who decides for each agency, how its link is, and what waits for it */
  'GET /api/agency-links': {
    answer: Schemas['AgencyLinks'];
  };
  /** Set where an agency is reached, and ask that it decide itself */
  'PUT /api/agency-links/{agency}': {
    path: { agency: Schemas['AgencyName'] };
    body: Schemas['AgencyLinkWish'];
    answer: Schemas['AgencyLinkSet'];
  };
  /** End a link: the table and the officers of the agency decide */
  'DELETE /api/agency-links/{agency}': {
    path: { agency: Schemas['AgencyName'] };
    answer: undefined;
  };
  /** What an agency answered over its link, and what became of it */
  'GET /api/agency-links/{agency}/answers': {
    path: { agency: Schemas['AgencyName'] };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['AgencyLinkAnswers'];
  };
  /** Let an agency decide over its link, as somebody else has asked */
  'POST /api/agency-links/{agency}/confirmation': {
    path: { agency: Schemas['AgencyName'] };
    body: Schemas['AgencyLinkConfirmation'];
    answer: {
      readonly address: string;
      /** To be given as `If-Match` with a change. */
      readonly tag: string;
      readonly changedAt: string;
      /** resting: nothing goes over it; asked: to decide itself, which somebody else has to confirm, and tried meanwhile whether it answers; deciding: the agency decides itself; paused: it does, and what is asked waits for now. */
      readonly standing: "resting" | "asked" | "deciding" | "paused";
      /** Whether you set it last: then you cannot confirm it. */
      readonly own: boolean;
      readonly lastGoodAt?: string;
      readonly failingSince?: string;
      readonly fault?: string;
      readonly judge: "engine" | "live";
    };
  };
  /** What was put down to be asked of an agency, by what became of it */
  'GET /api/agency-links/{agency}/deliveries': {
    path: { agency: Schemas['AgencyName'] };
    query?: { state?: "waiting" | "delivered" | "failed"; cursor?: string; limit?: number };
    answer: Schemas['AgencyDeliveries'];
  };
  /** Have a delivery that did not arrive tried again at once, under its old identity */
  'POST /api/agency-links/{agency}/deliveries/{deliveryId}/replay': {
    path: { agency: Schemas['AgencyName']; deliveryId: string };
    answer: undefined;
  };
  /** Have a link rest: nothing goes over it, and what is asked waits */
  'POST /api/agency-links/{agency}/pause': {
    path: { agency: Schemas['AgencyName'] };
    body: Schemas['AgencyLinkPause'];
    answer: undefined;
  };
  /** Have all that failed on the way to an agency tried again at once, each under its old identity */
  'POST /api/agency-links/{agency}/replay': {
    path: { agency: Schemas['AgencyName'] };
    answer: Schemas['AgencyDeliveriesReplayed'];
  };
  /** Have a paused link go on at once */
  'POST /api/agency-links/{agency}/resume': {
    path: { agency: Schemas['AgencyName'] };
    answer: undefined;
  };
  /** Agencies' sign-ins as they are set up, without secrets */
  'GET /api/agency-providers': {
    answer: Schemas['AgencySignIns'];
  };
  /** Enter an agency's sign-in; it counts once a system administrator has confirmed it */
  'POST /api/agency-providers': {
    body: Schemas['AgencySignInWish'];
    answer: Schemas['AgencySignIn'];
  };
  /** Change what is set of it; it has to be confirmed anew, and its sessions end */
  'PUT /api/agency-providers/{providerId}': {
    path: { providerId: string };
    body: Schemas['AgencySignInChange'];
    answer: Schemas['AgencySignIn'];
  };
  /** Let an agency's sign-in count, as it was looked at */
  'POST /api/agency-providers/{providerId}/confirmation': {
    path: { providerId: string };
    body: Schemas['AgencySeen'];
    answer: Schemas['AgencySignIn'];
  };
  /** Replace the secret we are known by there; all else stands */
  'POST /api/agency-providers/{providerId}/secret': {
    path: { providerId: string };
    body: Schemas['AgencySecret'];
    answer: Schemas['AgencySignIn'];
  };
  /** Let nobody sign in by it any more; its sessions end */
  'POST /api/agency-providers/{providerId}/stop': {
    path: { providerId: string };
    body: Schemas['Reason'];
    answer: Schemas['AgencySignIn'];
  };
  /** Try the connection, as far as it goes without a person */
  'POST /api/agency-providers/{providerId}/trial': {
    path: { providerId: string };
    answer: Schemas['AgencyTrial'];
  };
  /** Agencies that sign their own people in */
  'GET /api/agency-sign-in': {
    answer: Schemas['AgenciesOffered'];
  };
  /** Begin to sign in by an agency */
  'POST /api/agency-sign-in/{providerId}': {
    path: { providerId: string };
    answer: Schemas['Going'];
  };
  /** End the sessions of whom an agency has signed out (OpenID Connect Back-Channel Logout 1.0) */
  'POST /api/agency-sign-in/{providerId}/logout': {
    path: { providerId: string };
    body: string;
    type: 'application/x-www-form-urlencoded';
    answer: {

    };
  };
  /** Which agency decides about which lists, and which fields each may see, for what and by which law */
  'GET /api/agency-tables': {
    answer: Schemas['AgencyTables'];
  };
  /** What of the enterprise needs somebody */
  'GET /api/attention': {
    answer: Schemas['Attention'];
  };
  /** What people have done, newest first */
  'GET /api/audit/entries': {
    query?: { kind?: string; subject?: string; day?: string; cursor?: string; limit?: number };
    answer: Schemas['AuditEntries'];
  };
  /** Goods booked into overseas warehouses */
  'GET /api/b2b/batches': {
    query?: { cursor?: string; limit?: number; warehouseNo?: string };
    answer: Schemas['WarehouseBookingsPage'];
  };
  /** Book goods into an overseas warehouse */
  'POST /api/b2b/batches': {
    body: Schemas['NewWarehouseBooking'];
    answer: Schemas['WarehouseBooking'];
  };
  /** Cancel a booking that has not left */
  'POST /api/b2b/batches/{batchNo}/cancel': {
    path: { batchNo: string };
    answer: Schemas['WarehouseBooking'];
  };
  /** Claim the refund of a batch, once: what is sold as ever, the rest as a pre-refund */
  'POST /api/b2b/batches/{batchNo}/claim': {
    path: { batchNo: string };
    answer: Schemas['DepartureRefund'];
  };
  /** Tell that booked goods have left, and under which export */
  'POST /api/b2b/batches/{batchNo}/departure': {
    path: { batchNo: string };
    body: Schemas['WarehouseDeparture'];
    answer: Schemas['WarehouseBooking'];
  };
  /** Tell what became of goods abroad: received, sold, returned, lost */
  'POST /api/b2b/batches/{batchNo}/movements': {
    path: { batchNo: string };
    body: Schemas['NewStockMovements'];
    answer: Schemas['StockMovementAnswers'];
  };
  /** A booking with its goods and where they are */
  'GET /api/b2b/batches/{enterprise}/{batchNo}': {
    path: { enterprise: string; batchNo: string };
    answer: Schemas['WarehouseBookingDetail'];
  };
  /** What became of the goods of a batch */
  'GET /api/b2b/batches/{enterprise}/{batchNo}/movements': {
    path: { enterprise: string; batchNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['StockMovementsPage'];
  };
  /** The refund on departure of a batch: claimed, pre-refunded, to be paid back */
  'GET /api/b2b/batches/{enterprise}/{batchNo}/refund': {
    path: { enterprise: string; batchNo: string };
    answer: Schemas['DepartureRefund'];
  };
  /** Contracts of bulk goods */
  'GET /api/b2b/contracts': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['BulkContractsPage'];
  };
  /** Enter a contract of bulk goods */
  'POST /api/b2b/contracts': {
    body: Schemas['NewBulkContract'];
    answer: Schemas['BulkContract'];
  };
  /** Close a contract: fulfilled where enough was delivered, else ended short */
  'POST /api/b2b/contracts/{contractNo}/close': {
    path: { contractNo: string };
    answer: Schemas['BulkContract'];
  };
  /** Tell of a delivery on a contract */
  'POST /api/b2b/contracts/{contractNo}/deliveries': {
    path: { contractNo: string };
    body: Schemas['NewBulkDelivery'];
    answer: Schemas['BulkContract'];
  };
  /** A contract of bulk goods with its deliveries */
  'GET /api/b2b/contracts/{seller}/{contractNo}': {
    path: { seller: string; contractNo: string };
    answer: Schemas['BulkContractDetail'];
  };
  /** Contracts of agents with principals, of either side */
  'GET /api/b2b/principals/contracts': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['PrincipalContractsPage'];
  };
  /** Enter a contract to export for a principal */
  'POST /api/b2b/principals/contracts': {
    body: Schemas['NewPrincipalContract'];
    answer: Schemas['PrincipalContract'];
  };
  /** Confirm a contract as its principal */
  'POST /api/b2b/principals/contracts/{agent}/{contractNo}/confirm': {
    path: { agent: string; contractNo: string };
    answer: Schemas['PrincipalContract'];
  };
  /** Decline a contract as its principal */
  'POST /api/b2b/principals/contracts/{agent}/{contractNo}/decline': {
    path: { agent: string; contractNo: string };
    answer: Schemas['PrincipalContract'];
  };
  /** End a contract; what was exported under it stays on record */
  'POST /api/b2b/principals/contracts/{agent}/{contractNo}/end': {
    path: { agent: string; contractNo: string };
    answer: Schemas['PrincipalContract'];
  };
  /** Put on record whose an export really was, and its amount */
  'POST /api/b2b/principals/exports': {
    body: Schemas['NewPrincipalExport'];
    answer: Schemas['PrincipalExport'];
  };
  /** What agents exported for whom in a quarter */
  'GET /api/b2b/principals/report': {
    query: { quarter: string };
    answer: Schemas['PrincipalReport'];
  };
  /** Whether a trade is B2B e-commerce export (9710, 9810), by list or declaration, and what is lacking */
  'POST /api/b2b/recognition': {
    body: Schemas['B2bTrade'];
    answer: Schemas['B2bRecognition'];
  };
  /** Overseas warehouses */
  'GET /api/b2b/warehouses': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['OverseasWarehousesPage'];
  };
  /** File an overseas warehouse */
  'POST /api/b2b/warehouses': {
    body: Schemas['NewOverseasWarehouse'];
    answer: Schemas['OverseasWarehouse'];
  };
  /** Close an overseas warehouse for new bookings */
  'POST /api/b2b/warehouses/{warehouseNo}/close': {
    path: { warehouseNo: string };
    answer: Schemas['OverseasWarehouse'];
  };
  /** Account books of bonded goods */
  'GET /api/bonded/books': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['AccountBooks'];
  };
  /** Open an account book for an enterprise */
  'POST /api/bonded/books': {
    body: Schemas['AccountBook'];
    answer: Schemas['AccountBook'];
  };
  /** One account book */
  'GET /api/bonded/books/{bookNo}': {
    path: { bookNo: string };
    answer: Schemas['AccountBook'];
  };
  /** Stock counts of a book */
  'GET /api/bonded/books/{bookNo}/counts': {
    path: { bookNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['StockCounts'];
  };
  /** Hand in what was counted */
  'POST /api/bonded/books/{bookNo}/counts': {
    path: { bookNo: string };
    body: Schemas['NewStockCount'];
    answer: Schemas['StockCount'];
  };
  /** What of a book has expired or soon will */
  'GET /api/bonded/books/{bookNo}/expiring': {
    path: { bookNo: string };
    answer: Schemas['ExpiringLots'];
  };
  /** Goods of a book, and how much of each lies where */
  'GET /api/bonded/books/{bookNo}/items': {
    path: { bookNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['BookItems'];
  };
  /** File goods in a book */
  'POST /api/bonded/books/{bookNo}/items': {
    path: { bookNo: string };
    body: Schemas['NewBookItems'];
    answer: Schemas['BookItemsFiled'];
  };
  /** How the stock of an item went, day by day */
  'GET /api/bonded/books/{bookNo}/items/{itemNo}/days': {
    path: { bookNo: string; itemNo: number };
    query?: { days?: number };
    answer: Schemas['StockDays'];
  };
  /** Movements of a book or of one of its items */
  'GET /api/bonded/books/{bookNo}/movements': {
    path: { bookNo: string };
    query?: { cursor?: string; limit?: number; itemNo?: number };
    answer: Schemas['BookMovements'];
  };
  /** Write movements of bonded goods */
  'POST /api/bonded/books/{bookNo}/movements': {
    path: { bookNo: string };
    body: Schemas['NewBookMovements'];
    answer: Schemas['BookMovementAnswers'];
  };
  /** Approve or reject a stock count */
  'POST /api/bonded/counts/{countId}/verdict': {
    path: { countId: string };
    body: Schemas['CountVerdict'];
    answer: Schemas['StockCount'];
  };
  /** Moves between account books, sent and received */
  'GET /api/bonded/transfers': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['BookTransfers'];
  };
  /** Move goods of your book into another */
  'POST /api/bonded/transfers': {
    body: Schemas['NewBookTransfer'];
    answer: Schemas['BookTransfer'];
  };
  /** Accept goods into your book */
  'POST /api/bonded/transfers/{transferId}/accept': {
    path: { transferId: string };
    answer: Schemas['BookTransfer'];
  };
  /** Decline goods: they go back into their stock */
  'POST /api/bonded/transfers/{transferId}/decline': {
    path: { transferId: string };
    answer: Schemas['BookTransfer'];
  };
  /** Take back what the other side has not accepted */
  'POST /api/bonded/transfers/{transferId}/withdraw': {
    path: { transferId: string };
    answer: Schemas['BookTransfer'];
  };
  /** The caller's bulk files, newest first */
  'GET /api/bulk/files': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['BulkFilesPage'];
  };
  /** Announce a bulk file: its kind, name and size */
  'POST /api/bulk/files': {
    body: Schemas['NewBulkFile'];
    answer: Schemas['BulkFile'];
  };
  /** One bulk file and how far it is */
  'GET /api/bulk/files/{fileId}': {
    path: { fileId: string };
    answer: Schemas['BulkFile'];
  };
  /** What was not taken of a bulk file, in its order, each with every finding */
  'GET /api/bulk/files/{fileId}/bad-documents': {
    path: { fileId: string };
    query?: { cursor?: number; limit?: number };
    answer: Schemas['BulkBadDocuments'];
  };
  /** End a file where it is; what has been handed in stays handed in */
  'POST /api/bulk/files/{fileId}/cancel': {
    path: { fileId: string };
    answer: Schemas['BulkFile'];
  };
  /** Send the next bytes of a bulk file */
  'PATCH /api/bulk/files/{fileId}/content': {
    path: { fileId: string };
    headers: { 'upload-offset': string };
    answer: Schemas['BulkReceived'];
  };
  /** The rows that were not taken, as they were, with what is wrong: to be mended and sent again */
  'GET /api/bulk/files/{fileId}/errors': {
    path: { fileId: string };
    query?: { format?: "xlsx" | "csv"; lang?: "zh" | "en" };
    answer: string;
  };
  /** Have the good documents of a file that has been read handed in, as messages are */
  'POST /api/bulk/files/{fileId}/hand-in': {
    path: { fileId: string };
    answer: Schemas['BulkFile'];
  };
  /** What can be handed in by tables, column by column */
  'GET /api/bulk/kinds': {
    answer: Schemas['BulkKinds'];
  };
  /** An empty table of a kind, with an example that is passed over when it is left in */
  'GET /api/bulk/templates/{kind}': {
    path: { kind: string };
    query?: { format?: "xlsx" | "csv"; lang?: "zh" | "en" };
    answer: string;
  };
  /** Check one document field by field, as it would be checked when it is handed in */
  'POST /api/check': {
    body: Schemas['DocumentToCheck'];
    answer: Schemas['CheckedDocument'];
  };
  /** Checklists of bonded goods */
  'GET /api/checklists': {
    query?: { cursor?: string; limit?: number; state?: "made" | "approved" | "passed" | "cancelled" };
    answer: Schemas['Checklists'];
  };
  /** Build a checklist of released lists of a book */
  'POST /api/checklists': {
    body: Schemas['NewChecklist'];
    answer: Schemas['Checklist'];
  };
  /** Declare goods that are to come into a book */
  'POST /api/checklists/entries': {
    body: Schemas['NewEntryChecklist'];
    answer: Schemas['Checklist'];
  };
  /** Released lists of a book that are on no checklist yet */
  'GET /api/checklists/waiting-lists': {
    query: { bookNo: string; limit?: number };
    answer: Schemas['WaitingLists'];
  };
  /** One checklist with its goods and lists */
  'GET /api/checklists/{checklistNo}': {
    path: { checklistNo: string };
    answer: Schemas['WholeChecklist'];
  };
  /** Cancel a checklist that is on no pass */
  'POST /api/checklists/{checklistNo}/cancel': {
    path: { checklistNo: string };
    answer: Schemas['Checklist'];
  };
  /** Approve or reject goods that are to come into a book */
  'POST /api/checklists/{checklistNo}/verdict': {
    path: { checklistNo: string };
    body: Schemas['EntryVerdict'];
    answer: Schemas['Checklist'];
  };
  /** Certificates the programs of an enterprise show */
  'GET /api/client-certificates': {
    query?: { enterprise?: string };
    answer: Schemas['ClientCertificatesPage'];
  };
  /** Register a certificate a program shows in TLS */
  'POST /api/client-certificates': {
    body: Schemas['NewClientCertificate'];
    answer: Schemas['ClientCertificate'];
  };
  /** Have keys work beside a client certificate only, or alone again */
  'PUT /api/client-certificates/rule': {
    body: Schemas['CertificateRule'];
    answer: Schemas['CertificateRule'];
  };
  /** Revoke a client certificate; it opens nothing any more within five seconds */
  'DELETE /api/client-certificates/{certificateId}': {
    path: { certificateId: string };
    answer: undefined;
  };
  /** Make an account of a consumer and sign in */
  'POST /api/consumers': {
    body: Schemas['SignUp'];
    answer: Schemas['Session'];
  };
  /** What persons ask about their data: open ones by when they are due, or ended ones */
  'GET /api/corrections': {
    query?: { state?: "open" | "ended"; limit?: number; cursor?: string };
    answer: Schemas['Corrections'];
  };
  /** Answer what a person asks */
  'POST /api/corrections/{requestId}/answer': {
    path: { requestId: string };
    body: Schemas['CorrectionAnswer'];
    answer: undefined;
  };
  /** What a person has written, and what the paper says now; on record like every reading in full */
  'POST /api/corrections/{requestId}/showing': {
    path: { requestId: string };
    answer: Schemas['CorrectionWords'];
  };
  /** Delegations given and received */
  'GET /api/delegations': {
    query?: { side?: "given" | "received"; standing?: Schemas['DelegationStanding']; cursor?: string; limit?: number };
    answer: Schemas['DelegationsPage'];
  };
  /** Let another enterprise hand in documents for yours */
  'POST /api/delegations': {
    body: Schemas['NewDelegation'];
    answer: Schemas['Delegation'];
  };
  /** One delegation and what was done with it */
  'GET /api/delegations/{delegationId}': {
    path: { delegationId: string };
    answer: Schemas['Delegation'];
  };
  /** Accept to act for another enterprise */
  'POST /api/delegations/{delegationId}/accept': {
    path: { delegationId: string };
    body: {
      readonly reason?: string;
    };
    answer: Schemas['Delegation'];
  };
  /** Decline to act for another enterprise */
  'POST /api/delegations/{delegationId}/decline': {
    path: { delegationId: string };
    body: {
      readonly reason: string;
    };
    answer: Schemas['Delegation'];
  };
  /** End an accepted delegation, from either side, at once */
  'POST /api/delegations/{delegationId}/end': {
    path: { delegationId: string };
    body: {
      readonly reason: string;
    };
    answer: Schemas['Delegation'];
  };
  /** Take back what the agent has not accepted yet */
  'POST /api/delegations/{delegationId}/withdraw': {
    path: { delegationId: string };
    body: {
      readonly reason?: string;
    };
    answer: Schemas['Delegation'];
  };
  /** Held lists that wait for an officer, the one due first first */
  'GET /api/desk/cases': {
    query?: { office?: string; state?: "open" | "asked" | "proposed"; status?: string; riskClass?: "green" | "yellow" | "red"; rule?: string; enterprise?: string; holder?: "free" | "mine"; skip?: number; cursor?: string; limit?: number };
    answer: Schemas['DeskCases'];
  };
  /** A case: the list and why it is here, what may be done, and what was done */
  'GET /api/desk/cases/{ebpCode}/{orderNo}': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['DeskCaseDetail'];
  };
  /** Ask the sender for papers or an explanation; the deadline waits */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/ask': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['DeskQuestion'];
    answer: undefined;
  };
  /** Confirm what another officer has proposed: then it is decided */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/confirm': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['DeskConfirmation'];
    answer: Schemas['DeskStatus'];
  };
  /** Decide a case, with a reason; where two officers have to, propose it */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/decide': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['DeskDecision'];
    answer: Schemas['DeskOutcome'];
  };
  /** Hand a case back to the queue */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/hand-back': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['DeskHandingBack'];
    answer: undefined;
  };
  /** Reject a proposal, or take back one’s own */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/reject': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['DeskRejection'];
    answer: undefined;
  };
  /** Take a case in hand, or keep it there */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/take': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['DeskCase'];
  };
  /** Take one’s own decision back, in time and while nothing has followed */
  'POST /api/desk/cases/{ebpCode}/{orderNo}/undo': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['DeskUndo'];
    answer: Schemas['DeskStatus'];
  };
  /** Decide many cases with one reason */
  'POST /api/desk/decisions': {
    body: Schemas['DeskDecisions'];
    answer: Schemas['DeskOutcomes'];
  };
  /** Backlog, age, what comes and goes, and who has how much in hand */
  'GET /api/desk/load': {
    query?: { office?: string };
    answer: Schemas['DeskLoad'];
  };
  /** Lists of the whole zone by number, firm, goods, days or buyer */
  'POST /api/desk/search': {
    body: Schemas['DeskSearch'];
    answer: Schemas['DeskSearchPage'];
  };
  /** Approve or reject a count at a display shop */
  'POST /api/display-counts/{countId}/verdict': {
    path: { countId: string };
    body: Schemas['ShopCountVerdict'];
    answer: Schemas['ShopCount'];
  };
  /** Display shops outside the zone */
  'GET /api/display-shops': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['DisplayShops'];
  };
  /** Apply for a display shop */
  'POST /api/display-shops': {
    body: Schemas['NewDisplayShop'];
    answer: Schemas['DisplayShop'];
  };
  /** Approve, reject or close a display shop */
  'POST /api/display-shops/{shopId}/verdict': {
    path: { shopId: string };
    body: Schemas['DisplayShopVerdict'];
    answer: Schemas['DisplayShop'];
  };
  /** Goods on display outside the zone */
  'GET /api/displays': {
    query?: { cursor?: string; limit?: number; state?: "made" | "out" | "closed" | "cancelled"; overdue?: "true" };
    answer: Schemas['Displays'];
  };
  /** Send goods of a book to a display shop */
  'POST /api/displays': {
    body: Schemas['NewDisplay'];
    answer: Schemas['WholeDisplay'];
  };
  /** Goods on display with what became of them */
  'GET /api/displays/{displayNo}': {
    path: { displayNo: string };
    answer: Schemas['WholeDisplay'];
  };
  /** Hand in what was counted at the shop */
  'POST /api/displays/{displayNo}/counts': {
    path: { displayNo: string };
    body: Schemas['NewShopCount'];
    answer: Schemas['ShopCount'];
  };
  /** Give goods on display more time */
  'POST /api/displays/{displayNo}/prolong': {
    path: { displayNo: string };
    body: Schemas['LongerDisplay'];
    answer: Schemas['WholeDisplay'];
  };
  /** Bring goods on display back into the zone */
  'POST /api/displays/{displayNo}/returns': {
    path: { displayNo: string };
    body: Schemas['NewDisplayReturn'];
    answer: Schemas['DisplayPaper'];
  };
  /** Sell goods from display, before they are handed over */
  'POST /api/displays/{displayNo}/sales': {
    path: { displayNo: string };
    body: Schemas['NewDisplaySale'];
    answer: Schemas['DisplayPaper'];
  };
  /** Orders, payments or waybills of the enterprise, the newest first */
  'GET /api/documents/{kind}': {
    path: { kind: "orders" | "payments" | "waybills" };
    query?: { side?: "sent" | "principal" | "platform" | "seller"; search?: string; from?: string; to?: string; deleted?: "yes" | "no"; skip?: number; limit?: number };
    answer: Schemas['PaperworkPage'];
  };
  /** Everything a filter finds as CSV or XLSX */
  'GET /api/documents/{kind}/export': {
    path: { kind: "orders" | "payments" | "waybills" };
    query?: { side?: "sent" | "principal" | "platform" | "seller"; search?: string; from?: string; to?: string; deleted?: "yes" | "no"; format?: "csv" | "xlsx"; language?: "zh" | "en" };
    answer: string;
  };
  /** What one has begun to write */
  'GET /api/drafts': {
    answer: Schemas['Drafts'];
  };
  /** Begin a document: empty, or from what is on file */
  'POST /api/drafts': {
    body: Schemas['NewDraft'];
    answer: Schemas['Draft'];
  };
  /** One draft of one’s own */
  'GET /api/drafts/{draftId}': {
    path: { draftId: string };
    answer: Schemas['Draft'];
  };
  /** Save a draft, on top of what one has seen */
  'PUT /api/drafts/{draftId}': {
    path: { draftId: string };
    body: Schemas['DraftContent'];
    answer: Schemas['DraftSaved'];
  };
  /** Throw a draft away */
  'DELETE /api/drafts/{draftId}': {
    path: { draftId: string };
    answer: undefined;
  };
  /** Hand a draft in as a message of the enterprise; who does it is on record */
  'POST /api/drafts/{draftId}/hand-in': {
    path: { draftId: string };
    body: Schemas['HandInWish'];
    answer: Schemas['HandedIn'];
  };
  /** Claims for export refund */
  'GET /api/export-tax/claims': {
    query?: { state?: Schemas['RefundClaimState']; cursor?: string; limit?: number };
    answer: Schemas['RefundClaimsPage'];
  };
  /** Claim the refund of all lines of a month that may be claimed */
  'POST /api/export-tax/claims': {
    body: Schemas['NewRefundClaim'];
    answer: Schemas['RefundClaim'];
  };
  /** How a claim stands */
  'GET /api/export-tax/claims/{claimNo}': {
    path: { claimNo: string };
    answer: Schemas['RefundClaim'];
  };
  /** Decide a claim that is handed in */
  'POST /api/export-tax/claims/{claimNo}/decision': {
    path: { claimNo: string };
    body: Schemas['RefundClaimDecision'];
    answer: Schemas['RefundClaim'];
  };
  /** Hand a drafted claim in */
  'POST /api/export-tax/claims/{claimNo}/hand-in': {
    path: { claimNo: string };
    answer: Schemas['RefundClaim'];
  };
  /** The lines of a claim with their sums */
  'GET /api/export-tax/claims/{claimNo}/lines': {
    path: { claimNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['RefundClaimLines'];
  };
  /** Take a claim back that is not decided */
  'POST /api/export-tax/claims/{claimNo}/withdraw': {
    path: { claimNo: string };
    answer: Schemas['RefundClaim'];
  };
  /** Files for the tax bureau */
  'GET /api/export-tax/files': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['TaxFilesPage'];
  };
  /** Make a file for the tax bureau */
  'POST /api/export-tax/files': {
    body: Schemas['NewTaxFile'];
    answer: Schemas['TaxFile'];
  };
  /** A file for the tax bureau, and who took it */
  'GET /api/export-tax/files/{kind}/{period}/{edition}': {
    path: { kind: Schemas['TaxFileKind']; period: string; edition: number };
    answer: Schemas['TaxFileDetail'];
  };
  /** What a file holds, as CSV, XLSX or JSON; who takes it is on record */
  'GET /api/export-tax/files/{kind}/{period}/{edition}/content': {
    path: { kind: Schemas['TaxFileKind']; period: string; edition: number };
    query?: { format?: "json" | "csv" | "xlsx" };
    answer: Uint8Array;
  };
  /** Tell what decides the tax of your exports; the tax bureau confirms it */
  'PUT /api/export-tax/firm': {
    body: Schemas['NewExportTaxFirm'];
    answer: Schemas['ExportTaxFirm'];
  };
  /** What exporters have told that decides the tax of their exports */
  'GET /api/export-tax/firms': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['ExportTaxFirmsPage'];
  };
  /** Confirm what an exporter has told */
  'POST /api/export-tax/firms/{enterprise}/confirm': {
    path: { enterprise: string };
    body: Schemas['ConfirmExportTaxFirm'];
    answer: Schemas['ExportTaxFirm'];
  };
  /** The sheet of assessed income tax, quarter by quarter from the beginning of the year */
  'GET /api/export-tax/income/{enterprise}': {
    path: { enterprise: string };
    query: { period: string };
    answer: Schemas['AssessedIncomeSheet'];
  };
  /** VAT invoices of goods bought for export */
  'GET /api/export-tax/invoices': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['PurchaseInvoicesPage'];
  };
  /** File VAT invoices of goods bought for export */
  'POST /api/export-tax/invoices': {
    body: Schemas['NewPurchaseInvoices'];
    answer: Schemas['PurchaseInvoicesFiled'];
  };
  /** Lines of exports of a month: refund, exempt or taxed, with what each lacks */
  'GET /api/export-tax/lines': {
    query: { month: string; route?: Schemas['ExportTaxRoute']; cursor?: string; limit?: number };
    answer: Schemas['ExportTaxLines'];
  };
  /** How the exports of a month go, what they lack, and what may be claimed now */
  'GET /api/export-tax/picture': {
    query: { month: string };
    answer: Schemas['ExportTaxPicture'];
  };
  /** File foreign exchange received for exports */
  'POST /api/export-tax/receipts': {
    body: Schemas['NewForeignExchangeReceipt'];
    answer: Schemas['ForeignExchangeReceipt'];
  };
  /** Export lists, the latest first */
  'GET /api/exports': {
    query?: { state?: "waiting" | "forwarded" | "concluded" | "released" | "held" | "refused" | "withdrawn" | "cancelled" | "closed"; number?: string; proposed?: "true"; cursor?: string; limit?: number };
    answer: Schemas['ExportsPage'];
  };
  /** One export list: its goods, what is missing, the way it is finished and why, where its goods are */
  'GET /api/exports/{ebcCode}/{ebpCode}/{orderNo}': {
    path: { ebcCode: string; ebpCode: string; orderNo: string };
    answer: Schemas['ExportDetail'];
  };
  /** Confirm what another officer has proposed of a held export list: then it is decided */
  'POST /api/exports/{ebcCode}/{ebpCode}/{orderNo}/confirmation': {
    path: { ebcCode: string; ebpCode: string; orderNo: string };
    body: Schemas['ExportConfirmation'];
    answer: Schemas['ExportDecided'];
  };
  /** Release, refuse or have inspected a held export list; where two officers have to, propose it */
  'POST /api/exports/{ebcCode}/{ebpCode}/{orderNo}/decision': {
    path: { ebcCode: string; ebpCode: string; orderNo: string };
    body: Schemas['NewExportDecision'];
    answer: Schemas['ExportDecided'];
  };
  /** Reject a proposal of a held export list, or take back one’s own */
  'POST /api/exports/{ebcCode}/{ebpCode}/{orderNo}/rejection': {
    path: { ebcCode: string; ebpCode: string; orderNo: string };
    body: Schemas['ExportRejection'];
    answer: undefined;
  };
  /** The form of a document: fields, needs, lengths and codes, from the tables of the standard */
  'GET /api/forms/{kind}': {
    path: { kind: "order" | "payment" | "waybill" | "declaration" };
    answer: Schemas['EntryForm'];
  };
  /** How the gate stands today */
  'GET /api/gate/board': {
    answer: Schemas['GateBoard'];
  };
  /** What random checks at the gate were committed to, day by day */
  'GET /api/gate/draws': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['GateDraws'];
  };
  /** The draw of a day, with everything needed to draw again once it is over */
  'GET /api/gate/draws/{day}': {
    path: { day: string };
    answer: Schemas['WholeGateDraw'];
  };
  /** A vehicle is at the gate: open, or stop */
  'POST /api/gate/passages': {
    body: Schemas['NewPassage'];
    answer: Schemas['PassageAnswer'];
  };
  /** Vehicles at the gate, and what was answered */
  'GET /api/gate/passages': {
    query?: { cursor?: string; limit?: number; passNo?: string; answer?: "open" | "stop" };
    answer: Schemas['Passages'];
  };
  /** Kinds of certificates, and which requirements they answer, as they hold today */
  'GET /api/goods-certificate-tables': {
    answer: Schemas['GoodsCertificateTables'];
  };
  /** Certificates of goods; to officers, those their agency accepts */
  'GET /api/goods-certificates': {
    query?: { state?: "filed" | "accepted" | "refused" | "withdrawn"; agency?: "customs" | "tax" | "market" | "commerce" | "public-security" | "post" | "forex"; gcode?: string; cursor?: string; limit?: number };
    answer: Schemas['GoodsCertificates'];
  };
  /** File a certificate of goods; its file is sent after it */
  'POST /api/goods-certificates': {
    body: Schemas['GoodsCertificateWish'];
    answer: Schemas['GoodsCertificate'];
  };
  /** One certificate, and the lists it answered for */
  'GET /api/goods-certificates/{certificateId}': {
    path: { certificateId: string };
    answer: Schemas['GoodsCertificate'];
  };
  /** Accept or refuse a certificate for your agency */
  'POST /api/goods-certificates/{certificateId}/decision': {
    path: { certificateId: string };
    body: Schemas['GoodsCertificateDecision'];
    answer: Schemas['GoodsCertificate'];
  };
  /** The file of a certificate */
  'GET /api/goods-certificates/{certificateId}/paper': {
    path: { certificateId: string };
    answer: Uint8Array;
  };
  /** Send the file of a certificate, PDF, JPEG or PNG: kept sealed */
  'PUT /api/goods-certificates/{certificateId}/paper': {
    path: { certificateId: string };
    answer: Schemas['GoodsCertificate'];
  };
  /** Take a certificate back; lists it has answered for stay answered */
  'POST /api/goods-certificates/{certificateId}/withdrawal': {
    path: { certificateId: string };
    answer: Schemas['GoodsCertificate'];
  };
  /** Guarantee accounts: cover, what is free, what answers for open tax */
  'GET /api/guarantees/accounts': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['GuaranteeAccounts'];
  };
  /** One guarantee account */
  'GET /api/guarantees/accounts/{guarantor}': {
    path: { guarantor: string };
    answer: Schemas['GuaranteeAccount'];
  };
  /** How a guarantee account went, day by day */
  'GET /api/guarantees/accounts/{guarantor}/days': {
    path: { guarantor: string };
    query?: { days?: number };
    answer: Schemas['GuaranteeDays'];
  };
  /** Movements of a guarantee account */
  'GET /api/guarantees/accounts/{guarantor}/movements': {
    path: { guarantor: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['GuaranteeMovements'];
  };
  /** The statement of a month: opening, what moved the account by cause, closing */
  'GET /api/guarantees/accounts/{guarantor}/statement': {
    path: { guarantor: string };
    query: { month: string };
    answer: Schemas['GuaranteeStatement'];
  };
  /** The statement of a month as a table */
  'GET /api/guarantees/accounts/{guarantor}/statement.csv': {
    path: { guarantor: string };
    query: { month: string };
    answer: string;
  };
  /** Say below which free cover to be warned */
  'POST /api/guarantees/accounts/{guarantor}/warning': {
    path: { guarantor: string };
    body: Schemas['GuaranteeWarning'];
    answer: Schemas['GuaranteeAccount'];
  };
  /** Guarantees given: cash, letters, policies */
  'GET /api/guarantees/given': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['Guarantees'];
  };
  /** Enter a guarantee; it counts once somebody else has confirmed it */
  'POST /api/guarantees/given': {
    body: Schemas['NewGuarantee'];
    answer: Schemas['Guarantee'];
  };
  /** Confirm or reject a guarantee somebody else has entered */
  'POST /api/guarantees/given/{instrumentId}/verdict': {
    path: { instrumentId: string };
    body: Schemas['GuaranteeVerdict'];
    answer: Schemas['Guarantee'];
  };
  /** Accounts that are not what their movements come to */
  'GET /api/guarantees/reconciliation': {
    answer: Schemas['GuaranteeDifferences'];
  };
  /** Whether the platform can work: it answers and reaches its database */
  'GET /api/health': {
    answer: Schemas['Health'];
  };
  /** Places where goods are inspected, with their hours */
  'GET /api/inspection-sites': {
    answer: Schemas['InspectionSites'];
  };
  /** File a place where goods are inspected, with its whole calendar */
  'PUT /api/inspection-sites/{siteCode}': {
    path: { siteCode: string };
    body: Schemas['InspectionSiteFiling'];
    answer: Schemas['InspectionSite'];
  };
  /** The slots of a site, and how many are free */
  'GET /api/inspection-sites/{siteCode}/slots': {
    path: { siteCode: string };
    query: { from: string; days?: number };
    answer: Schemas['InspectionSlots'];
  };
  /** Grounds, reasons and mutual recognition as they hold today */
  'GET /api/inspection-tables': {
    answer: Schemas['InspectionTables'];
  };
  /** Inspections */
  'GET /api/inspections': {
    query?: { state?: string; siteCode?: string; customsCode?: string; agency?: string; ebpCode?: string; orderNo?: string; from?: string; days?: number; cursor?: string; limit?: number };
    answer: Schemas['Inspections'];
  };
  /** Have a list inspected for one’s agency */
  'POST /api/inspections': {
    body: Schemas['NewInspectionHold'];
    answer: Schemas['InspectionHoldOutcome'];
  };
  /** One inspection: what is wanted, what was found, samples, photos, what was done */
  'GET /api/inspections/{inspectionId}': {
    path: { inspectionId: string };
    answer: Schemas['Inspection'];
  };
  /** Begin the visit as the first of its officers */
  'POST /api/inspections/{inspectionId}/begin': {
    path: { inspectionId: string };
    answer: Schemas['Inspection'];
  };
  /** Book a slot, or another one in place of it */
  'PUT /api/inspections/{inspectionId}/booking': {
    path: { inspectionId: string };
    body: Schemas['InspectionBooking'];
    answer: Schemas['Inspection'];
  };
  /** Give the slot up; another has to be booked */
  'DELETE /api/inspections/{inspectionId}/booking': {
    path: { inspectionId: string };
    answer: Schemas['Inspection'];
  };
  /** Propose that a signed result be another one, with the reason */
  'POST /api/inspections/{inspectionId}/corrections': {
    path: { inspectionId: string };
    body: Schemas['NewInspectionCorrection'];
    answer: Schemas['Inspection'];
  };
  /** Confirm as another officer that a signed result is taken back; its agency and the enterprise are told */
  'POST /api/inspections/{inspectionId}/corrections/{entryId}/confirmation': {
    path: { inspectionId: string; entryId: string };
    answer: Schemas['Inspection'];
  };
  /** Say that nobody came with the goods; another slot has to be booked */
  'POST /api/inspections/{inspectionId}/no-show': {
    path: { inspectionId: string };
    answer: Schemas['Inspection'];
  };
  /** Add a photo: JPEG, PNG or WebP, of which nothing but the picture is kept, sealed */
  'POST /api/inspections/{inspectionId}/photos': {
    path: { inspectionId: string };
    query: { photoId: string; shows: string; orderNo?: string; ebpCode?: string };
    answer: Schemas['Inspection'];
  };
  /** A photo of a visit */
  'GET /api/inspections/{inspectionId}/photos/{photoId}': {
    path: { inspectionId: string; photoId: string };
    answer: Uint8Array;
  };
  /** Enter what was found of a list, for every agency that wanted it or for one */
  'POST /api/inspections/{inspectionId}/results': {
    path: { inspectionId: string };
    body: Schemas['InspectionResult'];
    answer: Schemas['Inspection'];
  };
  /** Take a sample, sealed and labelled */
  'POST /api/inspections/{inspectionId}/samples': {
    path: { inspectionId: string };
    body: Schemas['NewInspectionSample'];
    answer: Schemas['Inspection'];
  };
  /** Say where a sample has come to: sent, received, tested */
  'POST /api/inspections/{inspectionId}/samples/{sampleNo}/steps': {
    path: { inspectionId: string; sampleNo: string };
    body: Schemas['InspectionSampleMove'];
    answer: Schemas['Inspection'];
  };
  /** Sign as the second officer: the inspection is closed, and customs decides */
  'POST /api/inspections/{inspectionId}/signature': {
    path: { inspectionId: string };
    answer: Schemas['Inspection'];
  };
  /** API keys of an enterprise, and what keys can be limited to */
  'GET /api/keys': {
    query?: { enterprise?: string };
    answer: Schemas['KeysPage'];
  };
  /** Make an API key for a program */
  'POST /api/keys': {
    body: Schemas['NewKey'];
    answer: Schemas['MadeKey'];
  };
  /** Revoke an API key; it works no more within five seconds */
  'DELETE /api/keys/{keyId}': {
    path: { keyId: string };
    answer: undefined;
  };
  /** Let a new key take over from one */
  'POST /api/keys/{keyId}/rotate': {
    path: { keyId: string };
    body: Schemas['KeyRotation'];
    answer: Schemas['RotatedKey'];
  };
  /** The links to agencies: who decides, and how they are */
  'GET /api/links': {
    answer: Schemas['Links'];
  };
  /** Receipts of an agency, by what became of them */
  'GET /api/links/{agency}/answers': {
    path: { agency: Schemas['Agency'] };
    query?: { standing?: "taken" | "late" | "unmatched"; cursor?: string; limit?: number };
    answer: Schemas['AgencyAnswers'];
  };
  /** Messages forwarded to an agency, by what became of them */
  'GET /api/links/{agency}/dispatches': {
    path: { agency: Schemas['Agency'] };
    query: { state: Schemas['DispatchState']; cursor?: string; limit?: number };
    answer: Schemas['Dispatches'];
  };
  /** Have a lost or failed message sent again, under its old identity */
  'POST /api/links/{agency}/dispatches/{messageId}/replay': {
    path: { agency: Schemas['Agency']; messageId: string };
    answer: Schemas['Replayed'];
  };
  /** Pieces of an agency that could not be read */
  'GET /api/links/{agency}/unreadable': {
    path: { agency: Schemas['Agency'] };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['UnreadableArrivals'];
  };
  /** Lists, newest first */
  'GET /api/lists': {
    query?: { state?: Schemas['ListState']; mode?: Schemas['ImportMode']; search?: string; office?: string; cursor?: string; limit?: number };
    answer: Schemas['ListsPage'];
  };
  /** One list: its papers, the comparison, the calculation, the decision and why */
  'GET /api/lists/{ebpCode}/{orderNo}': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['ListDetail'];
  };
  /** Who waits for whom about a list, what agencies said, and what each got of it */
  'GET /api/lists/{ebpCode}/{orderNo}/agencies': {
    path: { ebpCode: string; orderNo: string };
    query?: { ebcCode?: string };
    answer: Schemas['AgenciesOfList'];
  };
  /** The versions of a list, what each changed, and what may be done with it now */
  'GET /api/lists/{ebpCode}/{orderNo}/history': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['ListHistory'];
  };
  /** The persons in the papers of a list, in full, with a reason */
  'POST /api/lists/{ebpCode}/{orderNo}/persons': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['ShowingRequest'];
    answer: Schemas['ShownPersons'];
  };
  /** A list, its tax or its note of release as PDF */
  'GET /api/lists/{ebpCode}/{orderNo}/print/{kind}': {
    path: { ebpCode: string; orderNo: string; kind: Schemas['SheetKind'] };
    answer: Uint8Array;
  };
  /** The transits a list goes or went with */
  'GET /api/lists/{ebpCode}/{orderNo}/transits': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['TransitsOfList'];
  };
  /** Withdraw a list, as a message with appType 3 does */
  'POST /api/lists/{ebpCode}/{orderNo}/withdrawal': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['ListWithdrawal'];
    answer: Schemas['HandedIn'];
  };
  /** Mails of the last weeks and what became of them, the latest first */
  'GET /api/mails': {
    query?: { state?: Schemas['MailState']; cursor?: string; limit?: number };
    answer: Schemas['MailsPage'];
  };
  /** Have mails sent again that failed, or of which it is not known */
  'POST /api/mails/again': {
    body: Schemas['MailsAgain'];
    answer: Schemas['MailsSentAgain'];
  };
  /** My yearly allowance: used and left */
  'GET /api/me/allowance': {
    answer: Schemas['OwnAllowance'];
  };
  /** What I have asked to have corrected, deleted or explained, and what was answered */
  'GET /api/me/corrections': {
    answer: Schemas['OwnCorrections'];
  };
  /** Ask to have something held about me corrected, deleted or explained */
  'POST /api/me/corrections': {
    body: Schemas['CorrectionRequest'];
    answer: Schemas['CorrectionMade'];
  };
  /** Take back what I have asked */
  'POST /api/me/corrections/{requestId}/withdrawal': {
    path: { requestId: string };
    answer: undefined;
  };
  /** Everything held about me, and who was shown it */
  'GET /api/me/data': {
    answer: Schemas['OwnData'];
  };
  /** Whether this account has been confirmed as a person */
  'GET /api/me/identity': {
    answer: Schemas['OwnIdentity'];
  };
  /** Confirm who one is, by name, identity number and telephone number as given with an order */
  'POST /api/me/identity': {
    body: Schemas['IdentityClaim'];
    answer: Schemas['OwnIdentity'];
  };
  /** Lists declared in my name, the latest first */
  'GET /api/me/lists': {
    answer: Schemas['OwnLists'];
  };
  /** Returns of what I bought, and what they gave back of tax and allowance */
  'GET /api/me/returns': {
    answer: Schemas['OwnReturns'];
  };
  /** Which agency got what of lists in my name, for what and by which law */
  'GET /api/me/sendings': {
    answer: Schemas['OwnSendings'];
  };
  /** Hand in one CEB message (1 to 100 documents) */
  'POST /api/messages': {
    query?: { wait?: number };
    body: string;
    type: 'application/xml';
    answer: Schemas['MessageAnswer'];
  };
  /** Which supervision modes are lawful for a trade, what each costs, and why */
  'POST /api/modes/advice': {
    body: Schemas['ModeQuestion'];
    answer: Schemas['Advice'];
  };
  /** Of what you are told */
  'GET /api/notification-preferences': {
    answer: Schemas['NotificationPreferences'];
  };
  /** Choose of what you are told */
  'PATCH /api/notification-preferences': {
    body: Schemas['NotificationPreferenceWish'];
    answer: Schemas['NotificationPreferences'];
  };
  /** Have a code sent to an address */
  'POST /api/notification-preferences/address': {
    body: Schemas['MailAddressWish'];
    answer: Schemas['NotificationMail'];
  };
  /** Forget the address; nothing more is sent */
  'DELETE /api/notification-preferences/address': {
    answer: undefined;
  };
  /** Give the code back: from now on mail goes there */
  'POST /api/notification-preferences/address/confirm': {
    body: Schemas['MailAddressCode'];
    answer: Schemas['NotificationMail'];
  };
  /** What you were told, the newest first */
  'GET /api/notifications': {
    query?: { unread?: "true" | "false"; cursor?: string; limit?: number };
    answer: Schemas['NotificationsPage'];
  };
  /** Mark notifications as read */
  'POST /api/notifications/read': {
    body: Schemas['ReadNotifications'];
    answer: Schemas['NotificationsRead'];
  };
  /** How many you have not read */
  'GET /api/notifications/unread': {
    answer: Schemas['UnreadNotifications'];
  };
  /** The same sheet of many lists as one PDF */
  'POST /api/papers': {
    body: Schemas['PrintRequest'];
    answer: Uint8Array;
  };
  /** Whether a printed paper is genuine, and what holds now */
  'GET /api/papers/{seal}': {
    path: { seal: string };
    answer: Schemas['CheckedPaper'];
  };
  /** How a parcel stands, in plain words */
  'POST /api/parcels': {
    body: Schemas['ParcelQuestion'];
    answer: Schemas['ParcelView'];
  };
  /** Passes of vehicles */
  'GET /api/passes': {
    query?: { cursor?: string; limit?: number; state?: "made" | "stopped" | "passed" | "void" };
    answer: Schemas['Passes'];
  };
  /** Make a pass for a vehicle */
  'POST /api/passes': {
    body: Schemas['NewPass'];
    answer: Schemas['Pass'];
  };
  /** One pass with what is on it */
  'GET /api/passes/{passNo}': {
    path: { passNo: string };
    answer: Schemas['WholePass'];
  };
  /** Write down what the check of a vehicle found */
  'POST /api/passes/{passNo}/check': {
    path: { passNo: string };
    body: Schemas['PassCheck'];
    answer: Schemas['Pass'];
  };
  /** The pass of a vehicle as PDF */
  'GET /api/passes/{passNo}/print': {
    path: { passNo: string };
    answer: Uint8Array;
  };
  /** Void a pass that has not been used */
  'POST /api/passes/{passNo}/void': {
    path: { passNo: string };
    answer: Schemas['Pass'];
  };
  /** Requests of customs for raw payment data, newest first */
  'GET /api/payment-data/requests': {
    query?: { state?: "asked" | "answered" | "refused" | "overdue"; orderNo?: string; cursor?: string; limit?: number };
    answer: Schemas['PaymentDataRequests'];
  };
  /** One request of customs with every sending */
  'GET /api/payment-data/requests/{sessionID}': {
    path: { sessionID: string };
    query?: { wait?: number };
    answer: Schemas['PaymentDataRequest'];
  };
  /** Raw payment records, newest first, masked */
  'GET /api/payment-records': {
    query?: { orderNo?: string; cursor?: string; limit?: number };
    answer: Schemas['PaymentRecords'];
  };
  /** Hand in raw payment records (1 to 500 payments) */
  'POST /api/payment-records': {
    body: {
      readonly payments: readonly ({
        readonly payExchangeInfoHead: {
          /** 系统唯一序号 unique number */
          readonly guid: string;
          /** 原始请求 raw request to the payment firm */
          readonly initalRequest: string;
          /** 原始响应 raw answer of the payment firm */
          readonly initalResponse: string;
          /** 电商平台代码 code of the platform */
          readonly ebpCode: string;
          /** 支付企业代码 code of the payment firm */
          readonly payCode: string;
          /** 交易流水号 payment transaction number */
          readonly payTransactionId: string;
          /** 交易金额 amount paid; kept and sent in the characters it is written in */
          readonly totalAmount: number;
          /** 币制 currency */
          readonly currency: string;
          /** 验核机构 verifying body */
          readonly verDept: "1" | "2" | "3";
          /** 支付类型 kind of payment */
          readonly payType?: "1" | "2" | "3" | "4";
          /** 交易成功时间 time of the payment */
          readonly tradingTime: string;
          /** 备注 note */
          readonly note?: string;
        };
        readonly payExchangeInfoLists: readonly {
          /** 订单编号 order number */
          readonly orderNo: string;
          /** 收款账号 account of the payee */
          readonly recpAccount: string;
          /** 收款企业代码 code of the payee */
          readonly recpCode?: string;
          /** 收款企业名称 name of the payee */
          readonly recpName: string;
          readonly goodsInfo: readonly {
            /** 商品名称 name of the goods */
            readonly gname: string;
            /** 商品展示链接地址 link to the goods */
            readonly itemLink: string;
          }[];
        }[];
      })[];
    };
    answer: Schemas['PaymentsAnswer'];
  };
  /** One raw payment record, masked */
  'GET /api/payment-records/{ebpCode}/{payTransactionId}': {
    path: { ebpCode: string; payTransactionId: string };
    answer: Schemas['PaymentRecord'];
  };
  /** One raw payment record exactly as it was handed in */
  'GET /api/payment-records/{ebpCode}/{payTransactionId}/full': {
    path: { ebpCode: string; payTransactionId: string };
    query: { reason: string };
    answer: {
      readonly payExchangeInfoHead: {
        /** 系统唯一序号 unique number */
        readonly guid: string;
        /** 原始请求 raw request to the payment firm */
        readonly initalRequest: string;
        /** 原始响应 raw answer of the payment firm */
        readonly initalResponse: string;
        /** 电商平台代码 code of the platform */
        readonly ebpCode: string;
        /** 支付企业代码 code of the payment firm */
        readonly payCode: string;
        /** 交易流水号 payment transaction number */
        readonly payTransactionId: string;
        /** 交易金额 amount paid; kept and sent in the characters it is written in */
        readonly totalAmount: number;
        /** 币制 currency */
        readonly currency: string;
        /** 验核机构 verifying body */
        readonly verDept: "1" | "2" | "3";
        /** 支付类型 kind of payment */
        readonly payType?: "1" | "2" | "3" | "4";
        /** 交易成功时间 time of the payment */
        readonly tradingTime: string;
        /** 备注 note */
        readonly note?: string;
      };
      readonly payExchangeInfoLists: readonly {
        /** 订单编号 order number */
        readonly orderNo: string;
        /** 收款账号 account of the payee */
        readonly recpAccount: string;
        /** 收款企业代码 code of the payee */
        readonly recpCode?: string;
        /** 收款企业名称 name of the payee */
        readonly recpName: string;
        readonly goodsInfo: readonly {
          /** 商品名称 name of the goods */
          readonly gname: string;
          /** 商品展示链接地址 link to the goods */
          readonly itemLink: string;
        }[];
      }[];
    };
  };
  /** What customs asks of lists you sent, the one to be answered first first */
  'GET /api/questions': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['QuestionsPage'];
  };
  /** What customs has asked of one list you sent, and what you answered */
  'GET /api/questions/{ebpCode}/{orderNo}': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['ListQuestions'];
  };
  /** Answer a question; an answer that comes late is taken while nothing has been decided */
  'POST /api/questions/{ebpCode}/{orderNo}/answer': {
    path: { ebpCode: string; orderNo: string };
    body: Schemas['QuestionAnswer'];
    answer: undefined;
  };
  /** Fetch the caller's receipts after a cursor */
  'GET /api/receipts': {
    query?: { cursor?: string; limit?: number; wait?: number; type?: string };
    answer: Schemas['ReceiptsPage'];
  };
  /** Apply to be registered without an account */
  'POST /api/registry/applications': {
    body: Schemas['EnterpriseApplication'];
    answer: Schemas['EnterpriseApplicationMade'];
  };
  /** What is wrong with a file, as it is typed by a firm that has no account */
  'POST /api/registry/applications/findings': {
    body: Schemas['EnterpriseFile'];
    answer: Schemas['FileFindings'];
  };
  /** How an application stands that was made without an account */
  'GET /api/registry/applications/{filingId}': {
    path: { filingId: string };
    headers: { 'x-application-ticket': string };
    answer: Schemas['EnterpriseApplicationState'];
  };
  /** The code lists there are */
  'GET /api/registry/code-lists': {
    answer: Schemas['CodeListsPage'];
  };
  /** A code list, whole or as it is on a day */
  'GET /api/registry/code-lists/{list}': {
    path: { list: "ceb_status" | "country" | "currency" | "customs_credit" | "customs_offices" | "customs_result" | "enterprise_role" | "id_type" | "levy_method" | "licence_kind" | "package" | "supervision_mode" | "trade_area_type" | "trade_ent_type" | "trade_terms" | "transport" | "unit" };
    query?: { day?: string };
    answer: Schemas['CodeList'];
  };
  /** Editions of code lists and of the tariff: proposed, in force, returned */
  'GET /api/registry/editions': {
    query?: { table?: string };
    answer: Schemas['TableEditionsPage'];
  };
  /** Propose a new edition of a table: read, compared, and in force once another person approves it */
  'POST /api/registry/editions': {
    query: { table: string; from: string; source: string; note?: string };
    body: string;
    type: 'text/csv';
    answer: Schemas['TableEditionView'];
  };
  /** One edition, and what it adds, ends and changes */
  'GET /api/registry/editions/{editionId}': {
    path: { editionId: string };
    answer: Schemas['TableEditionView'];
  };
  /** Approve an edition: from its day on it is in force on every server */
  'POST /api/registry/editions/{editionId}/approve': {
    path: { editionId: string };
    answer: Schemas['TableEditionView'];
  };
  /** Return a proposed edition with reasons */
  'POST /api/registry/editions/{editionId}/return': {
    path: { editionId: string };
    body: Schemas['Reasons'];
    answer: Schemas['TableEditionView'];
  };
  /** Withdraw one's own proposed edition */
  'POST /api/registry/editions/{editionId}/withdraw': {
    path: { editionId: string };
    answer: Schemas['TableEditionView'];
  };
  /** The register: the caller's own entry, or for operators every one */
  'GET /api/registry/enterprises': {
    query?: { search?: string; role?: "EBP" | "EBC" | "PAY" | "LGS" | "DCL" | "IAC" | "SVC" | "OWH" | "PARK" | "BANK" | "INS"; state?: "active" | "suspended" | "closed"; cursor?: string; limit?: number };
    answer: Schemas['RegisterPage'];
  };
  /** The file of an enterprise in force, what it lacks and what of it runs out */
  'GET /api/registry/enterprises/{customsCode}': {
    path: { customsCode: string };
    answer: Schemas['EnterpriseFileInForce'];
  };
  /** Telephones and addresses of the contacts in full */
  'GET /api/registry/enterprises/{customsCode}/full': {
    path: { customsCode: string };
    query: { reason: string };
    answer: Schemas['ContactsInFull'];
  };
  /** Every version of a file: what changed, when, by whom and from which paper */
  'GET /api/registry/enterprises/{customsCode}/history': {
    path: { customsCode: string };
    answer: Schemas['EnterpriseHistory'];
  };
  /** Suspend an enterprise at once: what it sends is refused until it is resumed by an application */
  'POST /api/registry/enterprises/{customsCode}/suspend': {
    path: { customsCode: string };
    body: Schemas['Reasons'];
    answer: Schemas['EnterpriseFileInForce'];
  };
  /** Applications of the caller's enterprise, or for operators of all; whoever waits longest first */
  'GET /api/registry/filings': {
    query?: { state?: "draft" | "applied" | "checked" | "returned" | "approved" | "withdrawn"; cursor?: string; limit?: number };
    answer: Schemas['FilingsPage'];
  };
  /** Begin an application as a draft: to register, change, resume or cancel */
  'POST /api/registry/filings': {
    body: Schemas['NewFiling'];
    answer: Schemas['Filing'];
  };
  /** What is wrong with a file, as it is typed: the same checks as when it is applied for */
  'POST /api/registry/filings/findings': {
    body: Schemas['EnterpriseFile'];
    answer: Schemas['FileFindings'];
  };
  /** One application: what is asked for, what it changes, what was done with it */
  'GET /api/registry/filings/{filingId}': {
    path: { filingId: string };
    answer: Schemas['Filing'];
  };
  /** Write a draft or a returned application anew */
  'PUT /api/registry/filings/{filingId}': {
    path: { filingId: string };
    body: Schemas['FilingChange'];
    answer: Schemas['Filing'];
  };
  /** Apply: hand a draft or a returned filing in to be checked */
  'POST /api/registry/filings/{filingId}/apply': {
    path: { filingId: string };
    answer: Schemas['Filing'];
  };
  /** Approve a checked application: what it asks for is in force at once */
  'POST /api/registry/filings/{filingId}/approve': {
    path: { filingId: string };
    answer: Schemas['Filing'];
  };
  /** Say that an application has been checked; another person approves it */
  'POST /api/registry/filings/{filingId}/check': {
    path: { filingId: string };
    answer: Schemas['Filing'];
  };
  /** Return an application with reasons, to be mended */
  'POST /api/registry/filings/{filingId}/return': {
    path: { filingId: string };
    body: Schemas['Reasons'];
    answer: Schemas['Filing'];
  };
  /** Withdraw a filing */
  'POST /api/registry/filings/{filingId}/withdraw': {
    path: { filingId: string };
    answer: Schemas['Filing'];
  };
  /** Filed goods, found by name, reading, English, tariff code or GTIN */
  'GET /api/registry/goods': {
    query?: { search?: string; ebcCode?: string; state?: "filed" | "approved" | "returned" | "withdrawn"; cursor?: string; limit?: number };
    answer: Schemas['GoodsPage'];
  };
  /** File goods, or file them anew: they wait to be approved */
  'POST /api/registry/goods': {
    body: Schemas['Goods'];
    answer: Schemas['GoodsReport'];
  };
  /** What is wrong with goods, as they are typed: the same checks as when they are filed */
  'POST /api/registry/goods/findings': {
    body: Schemas['Goods'];
    answer: Schemas['GoodsFindings'];
  };
  /** File goods from CSV: every bad row is explained, the sound ones filed or not as is asked */
  'POST /api/registry/goods/import': {
    query?: { accept?: "all" | "sound" };
    body: string;
    type: 'text/csv';
    answer: Schemas['GoodsReport'];
  };
  /** Goods as they are filed, what the tariff says of them today, and what was done with them */
  'GET /api/registry/goods/{ebcCode}/{itemNo}': {
    path: { ebcCode: string; itemNo: string };
    answer: Schemas['GoodsView'];
  };
  /** Approve goods that were filed */
  'POST /api/registry/goods/{ebcCode}/{itemNo}/approve': {
    path: { ebcCode: string; itemNo: string };
    answer: Schemas['GoodsView'];
  };
  /** Add a photo to goods: JPEG, PNG or WebP, of which nothing but the picture is kept */
  'POST /api/registry/goods/{ebcCode}/{itemNo}/photos': {
    path: { ebcCode: string; itemNo: string };
    query: { alt: string };
    answer: Schemas['GoodsView'];
  };
  /** A photo of goods */
  'GET /api/registry/goods/{ebcCode}/{itemNo}/photos/{photoId}': {
    path: { ebcCode: string; itemNo: string; photoId: string };
    answer: Uint8Array;
  };
  /** Give a photo another text or another place */
  'PATCH /api/registry/goods/{ebcCode}/{itemNo}/photos/{photoId}': {
    path: { ebcCode: string; itemNo: string; photoId: string };
    body: Schemas['GoodsPhotoChange'];
    answer: Schemas['GoodsView'];
  };
  /** Take a photo away; that it was there stays on record */
  'DELETE /api/registry/goods/{ebcCode}/{itemNo}/photos/{photoId}': {
    path: { ebcCode: string; itemNo: string; photoId: string };
    answer: Schemas['GoodsView'];
  };
  /** Return goods with reasons, to be mended */
  'POST /api/registry/goods/{ebcCode}/{itemNo}/return': {
    path: { ebcCode: string; itemNo: string };
    body: Schemas['Reasons'];
    answer: Schemas['GoodsView'];
  };
  /** Withdraw goods */
  'POST /api/registry/goods/{ebcCode}/{itemNo}/withdraw': {
    path: { ebcCode: string; itemNo: string };
    answer: Schemas['GoodsView'];
  };
  /** The public register: who is registered, in which roles, and in which state */
  'GET /api/registry/public/enterprises': {
    query?: { search?: string; role?: "EBP" | "EBC" | "PAY" | "LGS" | "DCL" | "IAC" | "SVC" | "OWH" | "PARK" | "BANK" | "INS"; state?: "active" | "suspended" | "closed"; cursor?: string; limit?: number };
    answer: Schemas['RegisterPage'];
  };
  /** One enterprise of the public register */
  'GET /api/registry/public/enterprises/{customsCode}': {
    path: { customsCode: string };
    answer: Schemas['RegisteredEnterprise'];
  };
  /** What is kept, for how long, from when, and on what legal ground */
  'GET /api/retention': {
    answer: Schemas['Retention'];
  };
  /** Hold an order, or everything, past its time, because a court or an authority asks for it */
  'POST /api/retention/holds': {
    body: Schemas['LegalHoldRequest'];
    answer: Schemas['LegalHoldMade'];
  };
  /** Lift a hold */
  'POST /api/retention/holds/{holdId}/lifting': {
    path: { holdId: string };
    body: Schemas['LegalHoldLifting'];
    answer: undefined;
  };
  /** What was erased, and what is held past its time */
  'GET /api/retention/record': {
    answer: Schemas['RetentionRecord'];
  };
  /** Return centres */
  'GET /api/return-centres': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['ReturnCentres'];
  };
  /** File a return centre, or how it is from now on */
  'PUT /api/return-centres/{centreCode}': {
    path: { centreCode: string };
    body: Schemas['NewReturnCentre'];
    answer: Schemas['ReturnCentre'];
  };
  /** Tell beforehand which list a label will stand for */
  'POST /api/return-centres/{centreCode}/announcements': {
    path: { centreCode: string };
    body: Schemas['ReturnAnnouncement'];
    answer: Schemas['ReturnAnnounced'];
  };
  /** Take a parcel in by its label */
  'POST /api/return-centres/{centreCode}/scans': {
    path: { centreCode: string };
    body: Schemas['ReturnScan'];
    answer: Schemas['ReturnScanned'];
  };
  /** Parcels in return centres */
  'GET /api/return-parcels': {
    query?: { centreCode?: string; state?: Schemas['ReturnParcelState']; orderNo?: string; cursor?: string; limit?: number };
    answer: Schemas['ReturnParcels'];
  };
  /** Hand in the return list of sorted parcels of one order */
  'POST /api/return-parcels/returns': {
    body: Schemas['ReturnOfParcels'];
    answer: Schemas['ReturnOfParcelsHandedIn'];
  };
  /** One parcel with its goods and steps */
  'GET /api/return-parcels/{parcelNo}': {
    path: { parcelNo: string };
    answer: Schemas['ReturnParcelDetail'];
  };
  /** Say that a parcel has left: sent out of the zone again, or destroyed */
  'POST /api/return-parcels/{parcelNo}/end': {
    path: { parcelNo: string };
    body: Schemas['ReturnParcelEnd'];
    answer: Schemas['ReturnParcelDetail'];
  };
  /** Say which list a kept parcel comes back from */
  'POST /api/return-parcels/{parcelNo}/identification': {
    path: { parcelNo: string };
    body: Schemas['ReturnIdentification'];
    answer: Schemas['ReturnParcelDetail'];
  };
  /** Write down what lies in a parcel */
  'POST /api/return-parcels/{parcelNo}/sorting': {
    path: { parcelNo: string };
    body: Schemas['ReturnSorting'];
    answer: Schemas['ReturnParcelDetail'];
  };
  /** Cancellations and returns */
  'GET /api/returns': {
    query?: { state?: "received" | "applied" | "accepted" | "arrived" | "inspected" | "closed" | "refused" | "withdrawn"; kind?: "cancellation" | "return"; direction?: "import" | "export"; orderNo?: string; cursor?: string; limit?: number };
    answer: Schemas['Returns'];
  };
  /** Apply for a cancellation or return */
  'POST /api/returns': {
    body: Schemas['NewReturn'];
    answer: Schemas['ReturnHandedIn'];
  };
  /** One cancellation or return */
  'GET /api/returns/{returnNo}': {
    path: { returnNo: string };
    answer: Schemas['ReturnDetail'];
  };
  /** Note that the goods are back */
  'POST /api/returns/{returnNo}/arrival': {
    path: { returnNo: string };
    body: Schemas['ReturnArrival'];
    answer: Schemas['ReturnDetail'];
  };
  /** Say what became of goods that came back */
  'POST /api/returns/{returnNo}/dispositions': {
    path: { returnNo: string };
    body: Schemas['ReturnDisposition'];
    answer: Schemas['ReturnDetail'];
  };
  /** Write down what was found of the goods */
  'POST /api/returns/{returnNo}/inspection': {
    path: { returnNo: string };
    body: Schemas['ReturnInspection'];
    answer: Schemas['ReturnDetail'];
  };
  /** Let a released list be cancelled, release taxed goods of an export, or refuse a cancellation or return */
  'POST /api/returns/{returnNo}/verdict': {
    path: { returnNo: string };
    body: Schemas['ReturnVerdict'];
    answer: Schemas['ReturnDetail'];
  };
  /** Withdraw a return whose goods are not back yet */
  'POST /api/returns/{returnNo}/withdrawal': {
    path: { returnNo: string };
    body: Schemas['ReturnWithdrawal'];
    answer: Schemas['ReturnHandedIn'];
  };
  /** Editions of the rules decisions rest on */
  'GET /api/rulebooks': {
    answer: Schemas['Rulebooks'];
  };
  /** Every rule and dated figure of an edition, with its source and how sure we are of it */
  'GET /api/rulebooks/{edition}': {
    path: { edition: string };
    answer: Schemas['RulebookEdition'];
  };
  /** How customs rates enterprises */
  'GET /api/sampling/credit': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['EnterpriseCredits'];
  };
  /** File how customs rates an enterprise, from a day on */
  'PUT /api/sampling/credit/{customsCode}': {
    path: { customsCode: string };
    body: Schemas['CreditWish'];
    answer: Schemas['EnterpriseCredit'];
  };
  /** The lists the draw fell on */
  'GET /api/sampling/drawn': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SampledLists'];
  };
  /** What draws of lists were committed to, day by day */
  'GET /api/sampling/draws': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SamplingDays'];
  };
  /** The draws of a day in sum, with its secret once it is over */
  'GET /api/sampling/draws/{day}': {
    path: { day: string };
    answer: Schemas['WholeSamplingDay'];
  };
  /** The draws of a day that is over, each with everything needed to draw again */
  'GET /api/sampling/draws/{day}/batches': {
    path: { day: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SamplingBatches'];
  };
  /** The rates lists are drawn by, and the goods whose rate is raised now */
  'GET /api/sampling/plan': {
    answer: Schemas['SamplingPlan'];
  };
  /** Filters of a page: one’s own, and those colleagues share */
  'GET /api/saved-filters': {
    query: { page: string };
    answer: Schemas['SavedFilters'];
  };
  /** Save a filter, in the place of one’s own of the same name */
  'POST /api/saved-filters': {
    body: Schemas['NewSavedFilter'];
    answer: Schemas['SavedFilter'];
  };
  /** Remove a filter of one’s own */
  'DELETE /api/saved-filters/{filterId}': {
    path: { filterId: string };
    answer: undefined;
  };
  /** Who is signed in, and what they may do here */
  'GET /api/session': {
    answer: Schemas['Session'];
  };
  /** Sign in by password and second factor, by a passkey, or with an API key */
  'POST /api/session': {
    body: Schemas['SignIn'];
    answer: Schemas['Session'];
  };
  /** Sign out */
  'DELETE /api/session': {
    answer: Schemas['Leaving'];
  };
  /** Sign in with what the agency has sent back */
  'POST /api/session/agency': {
    body: Schemas['AgencyAnswer'];
    answer: Schemas['Session'];
  };
  /** Show the second factor of the account after the agency has vouched */
  'POST /api/session/agency/factor': {
    body: Schemas['AgencyFactor'];
    answer: Schemas['Session'];
  };
  /** What to ask of a passkey to sign in */
  'POST /api/session/passkey': {
    answer: Schemas['PasskeyAsked'];
  };
  /** Who has been shown personal data in full, the latest first */
  'GET /api/showings': {
    query?: { number?: string; limit?: number; cursor?: string };
    answer: Schemas['Showings'];
  };
  /** How the platform is, and how it has been */
  'GET /api/status': {
    answer: Schemas['StatusPage'];
  };
  /** Report an incident, or announce planned work */
  'POST /api/status/incidents': {
    body: Schemas['IncidentReport'];
    answer: Schemas['IncidentMade'];
  };
  /** Say more of an incident, or that it is over */
  'POST /api/status/incidents/{incidentId}/words': {
    path: { incidentId: string };
    body: Schemas['IncidentWord'];
    answer: undefined;
  };
  /** Changes of lists as server-sent events named `list` */
  'GET /api/stream': {
    answer: string;
  };
  /** Summary declarations of export lists */
  'GET /api/summaries': {
    query?: { cursor?: string; limit?: number; month?: string; sumNo?: string };
    answer: Schemas['SummaryDeclarations'];
  };
  /** Applications for summaries and how far each has come */
  'GET /api/summaries/applications': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SummaryApplications'];
  };
  /** Have closed lists put together into summary declarations */
  'POST /api/summaries/applications': {
    body: Schemas['NewSummaryApplication'];
    answer: Schemas['SummaryApplication'];
  };
  /** One application, and how far it has come */
  'GET /api/summaries/applications/{sumNo}': {
    path: { sumNo: string };
    answer: Schemas['SummaryApplication'];
  };
  /** Lists an application could not take, with the reason */
  'GET /api/summaries/applications/{sumNo}/left-out': {
    path: { sumNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SummaryLeftOut'];
  };
  /** Take an application back that has not come to its end */
  'POST /api/summaries/applications/{sumNo}/withdraw': {
    path: { sumNo: string };
    answer: Schemas['SummaryApplication'];
  };
  /** Months with their closed lists, and until when these are declared in summary */
  'GET /api/summaries/months': {
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SummaryMonths'];
  };
  /** What the lists of summary statistics of a month add up to */
  'GET /api/summaries/months/{month}/statistics': {
    path: { month: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['SummaryStatistics'];
  };
  /** One summary with its lines */
  'GET /api/summaries/{declSeqNo}': {
    path: { declSeqNo: string };
    answer: Schemas['SummaryDeclarationWithLines'];
  };
  /** Cancel a summary: its lists may be summed up again */
  'POST /api/summaries/{declSeqNo}/cancel': {
    path: { declSeqNo: string };
    body: Schemas['SummaryCancelling'];
    answer: Schemas['SummaryDeclaration'];
  };
  /** What each list of a summary contributes: with the proof, all that recomputing it takes */
  'GET /api/summaries/{declSeqNo}/contributions': {
    path: { declSeqNo: string };
    answer: Uint8Array;
  };
  /** Lists of a summary, or those behind one of its lines */
  'GET /api/summaries/{declSeqNo}/lists': {
    path: { declSeqNo: string };
    query?: { cursor?: string; limit?: number; line?: number };
    answer: Schemas['SummaryLists'];
  };
  /** The proof of a summary: its lines, and of each list the digest of what it contributed */
  'GET /api/summaries/{declSeqNo}/proof': {
    path: { declSeqNo: string };
    answer: Schemas['SummaryProof'];
  };
  /** Counts and volume of the day */
  'GET /api/summary': {
    query?: { bucketSeconds?: "10" | "60" };
    answer: Schemas['Summary'];
  };
  /** Tax bills of released lists */
  'GET /api/tax-bills': {
    query?: { cursor?: string; limit?: number; state?: "open" | "merged" | "paid" | "void"; certificateNo?: string };
    answer: Schemas['TaxBills'];
  };
  /** What tax is owed by which day, and lists that wait for cover */
  'GET /api/tax-bills/calendar': {
    answer: Schemas['TaxCalendar'];
  };
  /** Payment certificates: the bills of one guarantor, office and day of release */
  'GET /api/tax-bills/certificates': {
    query?: { cursor?: string; limit?: number; state?: "open" | "overdue" | "paid" | "void" };
    answer: Schemas['TaxCertificates'];
  };
  /** One payment certificate, with what is charged for being late */
  'GET /api/tax-bills/certificates/{certificateNo}': {
    path: { certificateNo: string };
    answer: Schemas['TaxCertificate'];
  };
  /** Record that a certificate is paid, or draw it from the guarantee */
  'POST /api/tax-bills/certificates/{certificateNo}/payment': {
    path: { certificateNo: string };
    body: Schemas['TaxPayment'];
    answer: Schemas['TaxCertificate'];
  };
  /** The tax bill of a list, line by line, and what was given back of it */
  'GET /api/tax-bills/lists/{ebpCode}/{orderNo}': {
    path: { ebpCode: string; orderNo: string };
    answer: Schemas['TaxBill'];
  };
  /** Guarantors of whom tax bills and guarantee account differ */
  'GET /api/tax-bills/reconciliation': {
    answer: Schemas['TaxReconciliation'];
  };
  /** Corridors that are open today, with their places */
  'GET /api/transit-corridors': {
    answer: Schemas['TransitCorridors'];
  };
  /** Report where vehicles are */
  'POST /api/transit-positions': {
    body: Schemas['NewPositions'];
    answer: Schemas['PositionAnswers'];
  };
  /** Transits applied for or carried by you, or those of the zone */
  'GET /api/transits': {
    query?: { state?: "applied" | "approved" | "sealed" | "on-the-road" | "arrived" | "unsealed" | "written-off" | "refused" | "cancelled"; live?: "true" | "false"; office?: string; search?: string; cursor?: string; limit?: number };
    answer: Schemas['Transits'];
  };
  /** Apply for a direct transfer of one batch under a master bill */
  'POST /api/transits': {
    body: Schemas['NewTransit'];
    answer: Schemas['TransitDetail'];
  };
  /** One transit with its steps, seals and alerts, and what you may do with it */
  'GET /api/transits/{transitNo}': {
    path: { transitNo: string };
    answer: Schemas['TransitDetail'];
  };
  /** Say what was found out about an alert, at either office */
  'POST /api/transits/{transitNo}/alerts/resolve': {
    path: { transitNo: string };
    body: Schemas['AlertResolution'];
    answer: Schemas['TransitDetail'];
  };
  /** Approve a transit, at the office of departure */
  'POST /api/transits/{transitNo}/approve': {
    path: { transitNo: string };
    body: Schemas['TransitNote'];
    answer: Schemas['TransitDetail'];
  };
  /** Take a transit in at its destination */
  'POST /api/transits/{transitNo}/arrival': {
    path: { transitNo: string };
    body: Schemas['TransitNote'];
    answer: Schemas['TransitDetail'];
  };
  /** Report a seal as broken */
  'POST /api/transits/{transitNo}/broken-seal': {
    path: { transitNo: string };
    body: Schemas['BrokenSeal'];
    answer: Schemas['TransitDetail'];
  };
  /** Cancel a transit that has not set out: its lists are free again */
  'POST /api/transits/{transitNo}/cancel': {
    path: { transitNo: string };
    body: Schemas['TransitReason'];
    answer: Schemas['TransitDetail'];
  };
  /** Set out: the usual time and the time limit run from now on */
  'POST /api/transits/{transitNo}/departure': {
    path: { transitNo: string };
    body: Schemas['TransitNote'];
    answer: Schemas['TransitDetail'];
  };
  /** Hand the goods over to the next leg, with every seal as it was found */
  'POST /api/transits/{transitNo}/handovers': {
    path: { transitNo: string };
    body: Schemas['TransitHandover'];
    answer: Schemas['TransitDetail'];
  };
  /** The lists a transit carries */
  'GET /api/transits/{transitNo}/lists': {
    path: { transitNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['TransitLists'];
  };
  /** Where a transit was */
  'GET /api/transits/{transitNo}/positions': {
    path: { transitNo: string };
    query?: { cursor?: string; limit?: number };
    answer: Schemas['TransitPositions'];
  };
  /** Refuse a transit, at the office of departure: its lists are free again */
  'POST /api/transits/{transitNo}/refuse': {
    path: { transitNo: string };
    body: Schemas['TransitReason'];
    answer: Schemas['TransitDetail'];
  };
  /** Put a new seal on in place of another */
  'POST /api/transits/{transitNo}/seal-in-place': {
    path: { transitNo: string };
    body: Schemas['SealInPlace'];
    answer: Schemas['TransitDetail'];
  };
  /** Put seals on, at the office of departure */
  'POST /api/transits/{transitNo}/seals': {
    path: { transitNo: string };
    body: Schemas['NewSeals'];
    answer: Schemas['TransitDetail'];
  };
  /** Take the seals off, each looked at, at the office of destination */
  'POST /api/transits/{transitNo}/unsealing': {
    path: { transitNo: string };
    body: Schemas['CheckedSeals'];
    answer: Schemas['TransitDetail'];
  };
  /** Write a transit off, at the office of destination: it has come in whole */
  'POST /api/transits/{transitNo}/write-off': {
    path: { transitNo: string };
    body: Schemas['WrittenOff'];
    answer: Schemas['TransitDetail'];
  };
  /** The caller's webhooks, and what can be subscribed to */
  'GET /api/webhooks': {
    answer: Schemas['WebhooksPage'];
  };
  /** Have events sent to an address of yours, from now on */
  'POST /api/webhooks': {
    body: Schemas['NewWebhook'];
    answer: Schemas['WebhookWithSecret'];
  };
  /** One webhook and how it is */
  'GET /api/webhooks/{webhookId}': {
    path: { webhookId: string };
    answer: Schemas['Webhook'];
  };
  /** Remove a webhook with its log */
  'DELETE /api/webhooks/{webhookId}': {
    path: { webhookId: string };
    answer: undefined;
  };
  /** Change address, events or label; pause and resume */
  'PATCH /api/webhooks/{webhookId}': {
    path: { webhookId: string };
    body: Schemas['WebhookChange'];
    answer: Schemas['Webhook'];
  };
  /** What was sent to a webhook, newest first */
  'GET /api/webhooks/{webhookId}/deliveries': {
    path: { webhookId: string };
    query?: { state?: "waiting" | "delivered" | "failed"; cursor?: string; limit?: number };
    answer: Schemas['WebhookDeliveriesPage'];
  };
  /** One delivery: what was sent, and what came back each time */
  'GET /api/webhooks/{webhookId}/deliveries/{number}': {
    path: { webhookId: string; number: string };
    answer: Schemas['WebhookDeliveryStory'];
  };
  /** Have failed deliveries sent again, in their order, under their ids */
  'POST /api/webhooks/{webhookId}/replay': {
    path: { webhookId: string };
    body: Schemas['WebhookReplay'];
    answer: Schemas['WebhookReplayed'];
  };
  /** Get another secret; the former one signs beside it for a day */
  'POST /api/webhooks/{webhookId}/secret': {
    path: { webhookId: string };
    answer: Schemas['WebhookSecret'];
  };
  /** Send a `webhook.test` now, once, and say what came back */
  'POST /api/webhooks/{webhookId}/test': {
    path: { webhookId: string };
    answer: Schemas['WebhookDeliveryStory'];
  };
}
