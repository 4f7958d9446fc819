import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DoorError, Refused } from '@doorbraak/access';
import { AttachmentService, isTypeTaken, MOST_BYTES } from '@doorbraak/household';
import { isId } from '@doorbraak/kernel';
import { bodyUpTo, discard } from './body';
import { Door } from './door';

/** Files of letters, in and out. */
@Controller('attachments')
export class AttachmentsController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(AttachmentService) private readonly attachments: AttachmentService,
  ) {}

  /** POST /attachments?letter=<id>&key=<uuid>, the file as it is as body. Who asks and what it is called are judged before it is read. */
  @Post()
  async add(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { letter, key } = request.query;
    await this.door.open(request, response, 'addAttachment', letter, async (operation, id) => {
      if (typeof key !== 'string' || !isId(key)) throw new DoorError('ID_INVALID');
      if (!isTypeTaken(request.get('content-type'))) {
        discard(request);
        return this.door.refuse(operation, 'addAttachment', 'ATTACHMENT_KIND');
      }
      const body = await bodyUpTo(request, MOST_BYTES);
      if (!body) return this.door.refuse(operation, 'addAttachment', 'ATTACHMENT_TOO_LARGE');
      const added = await this.attachments.add(operation, key, id, body);
      if (added instanceof Refused) return added;
      const { letterId, kind, pages, bytes, recordedOn } = added;
      return { id: added.id, letter: letterId, kind, pages, bytes, recordedOn };
    });
    if (!request.complete) discard(request);
  }

  /** GET /attachments/<id> */
  @Get(':id')
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.door.open(request, response, 'readAttachment', request.params['id'], (operation, id) =>
      this.attachments.read(operation, id),
    );
  }
}
